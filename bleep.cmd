@echo off
rem Builds when a source has changed, then runs bleep. Installs nothing: 'bleep doctor' says what is missing.
setlocal
set "root=%~dp0"
set "app=%root%artifacts\app"
where dotnet >nul 2>nul || (echo bleep: the .NET 10 SDK is missing; install it as https://dot.net/download says, then run this again 1>&2 & exit /b 3)
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$app='%app%\Bleep.Cli.exe'; if (-not (Test-Path $app)) { exit 1 };" ^
  "$built=(Get-Item '%root%artifacts\app.sources' -ErrorAction SilentlyContinue).LastWriteTimeUtc; if (-not $built) { exit 1 };" ^
  "$newer=Get-ChildItem '%root%src','%root%Directory.Build.props','%root%Directory.Packages.props' -Recurse -File | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1;" ^
  "if ($newer) { exit 1 }"
if errorlevel 1 (
  echo bleep: building ^(once^)... 1>&2
  if not exist "%root%artifacts" mkdir "%root%artifacts"
  echo built > "%root%artifacts\app.sources.next"
  dotnet publish "%root%src\Bleep.Cli" -c Release -o "%app%" -v quiet -nologo 1>&2 || exit /b 1
  move /y "%root%artifacts\app.sources.next" "%root%artifacts\app.sources" >nul
)
"%app%\Bleep.Cli.exe" %*
exit /b %errorlevel%
