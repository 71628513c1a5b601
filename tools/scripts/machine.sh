# What the machine must have, and how it comes by it. Sourced by ./bleep and ./test.
# As root the system's packages are installed; on a terminal the command is offered; otherwise it is printed, exit 3.

has_command() { command -v "$1" >/dev/null 2>&1; }

has_library() {
  compgen -G "/usr/lib/*/$1" >/dev/null || compgen -G "/usr/lib/$1" >/dev/null || compgen -G "/usr/local/lib/$1" >/dev/null
}

# Whether the thing that a Debian package brings is there, whoever put it there.
has_package() {
  case $1 in
    ffmpeg) has_command ffmpeg && has_command ffprobe ;;
    libopencore-amrnb0) has_library libopencore-amrnb.so.0 ;;
    libvo-amrwbenc0) has_library libvo-amrwbenc.so.0 ;;
    libpocketsphinx3) has_library libpocketsphinx.so.3 ;;
    pocketsphinx-en-us) [[ -e /usr/share/pocketsphinx/model/en-us/en-us/mdef ]] ;;
    festvox-us-slt-hts) [[ -d /usr/share/festival/voices/us/cmu_us_slt_arctic_hts || -d /usr/share/festival/voices/english/cmu_us_slt_arctic_hts ]] ;;
    python3-onnx) /usr/bin/python3 -c 'import onnx' 2>/dev/null ;;
    fonts-dejavu-core) [[ -d /usr/share/fonts/truetype/dejavu ]] ;;
    nodejs) has_command node ;;
    *) has_command "$1" ;;
  esac
}

# need_packages PACKAGE…: sees to it that all are there, or ends with 3.
need_packages() {
  local package missing=()
  for package in "$@"; do
    has_package "$package" || missing+=("$package")
  done
  if (( ${#missing[@]} == 0 )); then return; fi
  # Other systems have other package managers; bleep itself says there what it cannot find.
  if ! has_command apt-get; then return; fi

  local install="apt-get install -y --no-install-recommends ${missing[*]}"
  if (( EUID == 0 )); then
    echo "bleep: installing ${missing[*]}…" >&2
    apt_install "" "${missing[@]}"
  elif [[ -t 0 && -t 2 ]] && has_command sudo; then
    local answer
    read -r -p "bleep needs ${missing[*]}. Run 'sudo $install'? [y/N] " answer >&2
    if [[ $answer != [yY]* ]]; then
      echo "bleep: not installed: ${missing[*]}; run: sudo $install" >&2
      exit 3
    fi
    apt_install sudo "${missing[@]}"
  else
    echo "bleep: the machine lacks ${missing[*]}; run: sudo $install" >&2
    exit 3
  fi
}

# apt_install SUDO PACKAGE…
apt_install() {
  local sudo=$1 package
  shift
  for package in "$@"; do
    # A fresh system knows no packages at all until its lists are fetched.
    if [[ -z $(apt-cache policy "$package" 2>/dev/null | grep -v 'Candidate: (none)' | grep Candidate:) ]]; then
      $sudo apt-get update -q >&2 || true
      break
    fi
  done
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 "$@")
  if ! $sudo "${install[@]}" >&2 </dev/null; then
    # The lists may be so old that the files they name are gone.
    $sudo apt-get update -q >&2 || true
    if ! $sudo "${install[@]}" >&2 </dev/null; then
      echo "bleep: could not install $*; run: ${sudo:+$sudo }apt-get install $*" >&2
      exit 3
    fi
  fi
}

need_dotnet() {
  local folder
  if ! has_command dotnet; then
    for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
      if [[ -n $folder && -x $folder/dotnet ]]; then
        PATH=$folder:$PATH
        break
      fi
    done
  fi
  if ! has_command dotnet; then
    if has_command apt-get && [[ -n $(apt-cache policy dotnet-sdk-10.0 2>/dev/null | grep -v '(none)' | grep Candidate:) ]]; then
      need_packages_for_dotnet
    else
      echo "bleep: the .NET 10 SDK is missing; install it as https://dot.net/download says, then run this again" >&2
      exit 3
    fi
  fi
  if [[ -z ${DOTNET_ROOT:-} ]]; then
    local dotnet
    dotnet=$(command -v dotnet)
    [[ -L $dotnet ]] && dotnet=$(readlink -f -- "$dotnet")
    # A wrapper script in front of the real one is not where the runtime lives.
    if [[ -d ${dotnet%/*}/shared ]]; then export DOTNET_ROOT=${dotnet%/*}; fi
  fi
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
}

need_packages_for_dotnet() {
  # Named by its command in has_package, by its package for apt.
  local install="apt-get install -y --no-install-recommends dotnet-sdk-10.0"
  if (( EUID == 0 )); then
    echo "bleep: installing dotnet-sdk-10.0…" >&2
    apt_install "" dotnet-sdk-10.0
  else
    echo "bleep: the .NET 10 SDK is missing; run: sudo $install" >&2
    exit 3
  fi
}

# Text needs nothing but .NET; sound needs ffmpeg, and PocketSphinx unless the words are given or another engine is named.
need_packages_of_command() {
  local argument command="" listens=1
  for argument in "$@"; do
    case $argument in
      -h | --help | --version | '-?') return ;;
      --transcript | --transcript=*) listens=0 ;;
      --engine | --engine=*) listens=0 ;;
      -*) ;;
      *) [[ -n $command ]] || command=$argument ;;
    esac
  done
  case $command in
    redact | live | verify | serve)
      if (( listens )); then need_packages ffmpeg libpocketsphinx3 pocketsphinx-en-us; else need_packages ffmpeg; fi ;;
  esac
}
