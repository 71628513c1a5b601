using System.Buffers;
using Bleep.Pii.Detection;
using Bleep.Pii.Languages;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Recognizers.Internet;

/// <summary>E-mail and web addresses, IP addresses and files, as written and as spelled out in speech.</summary>
internal sealed class InternetRecognizer : IRecognizer
{
    private const int MaxLocalPart = 30;

    private const WordClass Spelled = WordClass.Letter | WordClass.AnyNumberWord | WordClass.HasDigit | WordClass.Nato | WordClass.Multiplier;
    private const int MaxLabels = 8;
    private const int MaxPathWords = 4;
    private static readonly SearchValues<char> _hex = SearchValues.Create("0123456789abcdefABCDEF:.");

    public string Name => "internet";

    public void Find(DetectionContext context)
    {
        var stream = context.Stream;
        for (int token = 0; token < stream.Count; token++)
        {
            ref readonly var current = ref stream[token];
            if (current.Is(WordClass.HasSymbol))
            {
                FindWritten(context, token);
            }
            else if (current.Is(WordClass.Symbol | WordClass.EmailDomain | WordClass.TopLevelDomain) && !context.IsClaimed(token))
            {
                int end = FindSpoken(context, token);
                token = end > token ? end - 1 : token;
            }
        }
    }

    private void FindWritten(DetectionContext context, int token)
    {
        var text = context.Stream.Text(token);
        PiiPolicy? policy = null;
        int at = text.LastIndexOf('@');
        if (at > 0 && at < text.Length - 3 && text[(at + 1)..].Contains('.') || at >= 0 && text.Contains(".com", StringComparison.OrdinalIgnoreCase))
        {
            policy = PiiPolicies.EmailAddress;
        }
        else if (at == 0 && text.Length > 2)
        {
            policy = PiiPolicies.Username;
        }
        else if (IsIpAddress(text))
        {
            policy = PiiPolicies.IpAddress;
        }
        else if (text.Contains("://", StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || IsHost(context.Stream, text))
        {
            policy = PiiPolicies.Url;
        }
        else if (IsFile(text) || text.Contains('/') && IsRooted(context.Stream, token))
        {
            policy = PiiPolicies.Filename;
        }
        double score = 0.97;
        if (policy is null && IsUserName(context.Stream, token, text))
        {
            policy = PiiPolicies.Username;
            score = 0.66;
        }
        if (policy is not null)
        {
            context.Claim(token, token + 1);
            context.Add(token, token + 1, policy, score, Name, "written");
        }
    }

    // 'Hello moss_and_fern', 'password for k.osei'
    private static bool IsUserName(TokenStream stream, int token, ReadOnlySpan<char> text)
    {
        bool greeted = text.Contains('_') && token > stream.TurnStart(token) && stream.Has(token - 1, WordSet.Greeting);
        return greeted || text.Length >= 5 && text[1] == '.' && char.IsAsciiLetterLower(text[0]) && !text[2..].ContainsAnyExceptInRange('a', 'z');
    }

    private static bool IsIpAddress(ReadOnlySpan<char> text)
    {
        int slash = text.IndexOf('/');
        var address = slash > 0 ? text[..slash] : text;
        int dots = address.Count('.'), colons = address.Count(':');
        if (dots == 3 && colons <= 1)
        {
            int colon = address.IndexOf(':');
            return System.Net.IPAddress.TryParse(colon > 0 ? address[..colon] : address, out var parsed)
                && parsed.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork;
        }
        return colons >= 2 && address.Length <= 45 && !address.ContainsAnyExcept(_hex)
            && (System.Net.IPAddress.TryParse(address, out _) || colons == 5 && address.Length == 17);
    }

    private static bool IsHost(TokenStream stream, ReadOnlySpan<char> text)
    {
        int slash = text.IndexOf('/');
        var host = slash > 0 ? text[..slash] : text;
        int dot = host.LastIndexOf('.');
        if (dot <= 0 || dot >= host.Length - 2 || host.IndexOfAny('\'', '&') >= 0 || host.Length - dot > 12)
        {
            return false;
        }
        Span<char> label = stackalloc char[12];
        int length = host[(dot + 1)..].ToLowerInvariant(label);
        int id = length > 0 ? stream.Language.Words.Find(label[..length]) : -1;
        if (slash > 0 && dot > 0 && char.IsAsciiLetterLower(host[dot + 1]))
        {
            return true;
        }
        return id >= 0 && (stream.Language.Words.Classes(id) & WordClass.TopLevelDomain) != 0 && !char.IsUpper(host[dot + 1]) && host[0] is not '.';
    }

    // The slash or tilde before a path is no part of the token.
    private static bool IsRooted(TokenStream stream, int token)
    {
        int before = stream[token].Start - 1;
        string text = stream.Texts[stream[token].Turn];
        // A slash behind a letter parts words: 'AG/7719/0042-C'.
        return before >= 0 && text[before] is '/' or '~' && (before == 0 || !char.IsLetterOrDigit(text[before - 1]));
    }

    private static bool IsFile(ReadOnlySpan<char> text)
    {
        if (text.Length > 3 && (text[1] == ':' && text[2] == '\\' || text[0] is '/' or '~' && text[1..].Contains('/') || text.StartsWith("\\\\", StringComparison.Ordinal)))
        {
            return true;
        }
        int dot = text.LastIndexOf('.');
        return dot > 0 && FileTypes.Contains(text[(dot + 1)..]);
    }

    private int FindSpoken(DetectionContext context, int token)
    {
        var stream = context.Stream;
        int limit = stream.TurnEnd(token), turnStart = stream.TurnStart(token);
        if (stream.Text(token) is "backslash")
        {
            return Path(context, token, turnStart, limit);
        }
        bool dot = DomainReader.IsDot(stream, token);
        int end = dot ? DomainReader.EndAt(stream, token, limit) : -1;
        if (end < 0 && dot && token + 1 < limit)
        {
            int file = FindFile(context, token, turnStart, limit);
            return file >= 0 ? file : Handle(context, token, turnStart, limit);
        }
        if (end < 0 && stream[token].Is(WordClass.EmailDomain) && token > turnStart && IsAt(stream, token - 1))
        {
            end = token + 1 < limit && stream[token + 1].Is(WordClass.TopLevelDomain) ? token + 2 : token + 1;
        }
        if (end < 0)
        {
            return stream.Text(token) is "underscore" ? UserName(context, token, turnStart, limit) : -1;
        }
        int label = dot ? token - 1 : token;
        int at = FindAt(stream, label, turnStart);
        int start = at >= 0 ? LocalPart(context, at, turnStart) : -1;
        // 'the stream is at twitch dot t v' names a site: nobody's name stands before the 'at'.
        bool looksLikeOne = end > token + 1 || dot || HasSign(stream, start, at) || CueLookup.Nearest(context, token, ValueShape.Email) is not null;
        // 'a guy at xfinity' has neither sign nor ending.
        if (at >= 0 && start < at && !looksLikeOne)
        {
            return -1;
        }
        if (at >= 0 && start < at)
        {
            end = Remark(stream, end, limit);
            context.Claim(start, end);
            context.Add(start, end, PiiPolicies.EmailAddress, 0.95, Name, "at … dot");
            context.Add(start, at, PiiPolicies.EmailAddress, 0.95, Name, "at … dot", spreads: at - start > 1);
            return end;
        }
        int host = HostStart(stream, label, turnStart);
        if (host >= token)
        {
            return -1;
        }
        end = PathEnd(stream, end, limit);
        context.Claim(host, end);
        context.Add(host, end, PiiPolicies.Url, 0.9, Name, "dot", spreads: true);
        int bare = WithoutPrefix(stream, host);
        if (bare > host)
        {
            context.Add(bare, end, PiiPolicies.Url, 0.9, Name, "dot", spreads: true);
        }
        return end;
    }

    // 'on twitter as at nguyen dot j': a handle that begins with its sign and holds a dot.
    private int Handle(DetectionContext context, int dot, int turnStart, int limit)
    {
        var stream = context.Stream;
        int at = dot - 2;
        if (at < turnStart || !IsAt(stream, at) || dot + 1 >= limit || stream[dot + 1].Is(WordClass.Function) && !stream[dot + 1].Is(WordClass.Letter)
            || CueLookup.Nearest(context, at, ValueShape.Code)?.Policy != PiiPolicies.Username)
        {
            return -1;
        }
        int end = dot + 2;
        while (end + 1 < limit && DomainReader.IsDot(stream, end))
        {
            end += 2;
        }
        context.Claim(at, end);
        context.Add(at, end, PiiPolicies.Username, 0.8, Name, "handle", spreads: true);
        return end;
    }

    // 'magic underscore fifty six': a sign of names at computers, and no address behind it.
    private int UserName(DetectionContext context, int sign, int turnStart, int limit)
    {
        var stream = context.Stream;
        int at = sign + 1, end = sign + 1;
        while (at < limit && at - sign <= MaxLocalPart && IsUserNamePart(stream, at, at == sign + 1))
        {
            end = ++at;
            if (stream[at - 1].Is(WordClass.SentenceEnd | WordClass.Comma))
            {
                break;
            }
        }
        // An address goes on, and a file ends, with 'at' or 'dot'.
        if (end == sign + 1 || at < limit && (IsAt(stream, at) || DomainReader.IsDot(stream, at)))
        {
            return -1;
        }
        int start = LocalPart(context, sign, turnStart);
        if (start == sign || context.AnyClaimed(start, end))
        {
            return -1;
        }
        context.Claim(start, end);
        context.Add(start, end, PiiPolicies.Username, 0.7, Name, "underscore", spreads: true);
        return end;
    }

    private static bool IsUserNamePart(TokenStream stream, int token, bool first) =>
        stream[token].Is(WordClass.AnyNumberWord | WordClass.HasDigit | WordClass.Multiplier | WordClass.Nato) || stream[token].Is(WordClass.Letter) && stream.Text(token) is not ("i" or "a")
        || stream.Text(token) is "underscore" or "dash" || stream.Text(token - 1) is "underscore" or "dash" || first;

    private static bool HasSign(TokenStream stream, int start, int at)
    {
        for (int token = Math.Max(start, 0); token < at; token++)
        {
            if (stream[token].Is(WordClass.Symbol | WordClass.AnyNumberWord | WordClass.HasDigit | WordClass.HasSymbol))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsAt(TokenStream stream, int token) => stream.Text(token) is "at" or "At" or "@";

    // The 'at' left of the domain, with at most a few labels between: 'at my company dot com'.
    private static int FindAt(TokenStream stream, int label, int turnStart)
    {
        for (int token = label; token >= turnStart && token > label - MaxLabels; token--)
        {
            if (IsAt(stream, token))
            {
                // 'look at acme dot com' gives a web address, 'me at acme dot com' an e-mail address.
                bool verb = token > turnStart && stream.Text(token - 1) is "look" or "us" or "online" or "visit" or "website" or "found" or "site" or "available" or "out";
                return verb || token == turnStart ? -1 : token;
            }
            // 'at me dot com', 'at butterfly help dot com': the last label may be any word.
            bool part = stream.Text(token) is "then" || token == label && !stream[token].Is(WordClass.Filler | WordClass.Connector) || !stream[token].Is(WordClass.Function | WordClass.Filler) || stream[token].Is(WordClass.Letter | WordClass.Digit) || DomainReader.IsDot(stream, token);
            if (!part)
            {
                return -1;
            }
        }
        return -1;
    }

    // Goes left from the 'at' as long as the words can be part of the name: letters, digits, names, words joined by signs.
    private static int LocalPart(DetectionContext context, int at, int turnStart)
    {
        var stream = context.Stream;
        int start = at;
        int plain = 0;
        bool joined = true;
        for (int token = at - 1; token >= turnStart && at - token <= MaxLocalPart; token--)
        {
            ref readonly var current = ref stream[token];
            bool end = current.Is(WordClass.SentenceEnd) && token < at - 1;
            if (end)
            {
                break;
            }
            bool symbol = current.Is(WordClass.Symbol);
            // 'confirmation to takashi dot walker': what sounds like a number is one only behind a letter or another number.
            bool mayBeWord = stream.Text(token) is "to" or "too" or "for";
            bool spelled = current.Is(Spelled) && (!mayBeWord || (token > turnStart && stream[token - 1].Is(Spelled)));
            bool name = current.Is(WordClass.AnyName | WordClass.Unknown) || !current.Is(WordClass.Common | WordClass.Function | WordClass.Connector | WordClass.Backchannel | WordClass.Filler);
            // 'margaux with an x dot oduya'
            bool remark = start < at && (stream.Text(token) is "with" && start - token <= 3 && stream[start].Is(WordClass.Letter) || stream.Text(token) is "an" && start == token + 1);
            bool filler = remark || current.Is(WordClass.Filler) || stream.Text(token) is "as" or "in" or "capital" or "all" or "lowercase" or "uppercase" or "lower" or "case" or "word" or "then" && start < at;
            // 's dot sow seventy at': a word behind a sign, and a few that run together.
            bool signed = token > turnStart && stream[token - 1].Is(WordClass.Symbol) && !current.Is(WordClass.Connector);
            bool runs = !joined && !spelled && !name && MayBeLabel(current) && plain++ < 2;
            bool stops = current.Is(WordClass.Connector) || stream.Text(token) is "email" or "address" or "e-mail" or "mail" or "my" or "to" or "and" or "me" or "it" or "so" or "yeah" or "yes" or "sure";
            if (!symbol && !spelled && !signed && (stops || !(joined || name || filler || runs)))
            {
                break;
            }
            if (!filler)
            {
                start = token;
            }
            joined = symbol;
        }
        return start;
    }

    // 'all one word', 'all lower case', 'no spaces'
    private static int Remark(TokenStream stream, int end, int limit)
    {
        int at = end;
        while (at < limit && at - end < 4 && stream.Text(at) is "all" or "one" or "word" or "lower" or "lowercase" or "case" or "no" or "spaces" or "caps")
        {
            at++;
        }
        return at - end >= 2 ? at : end;
    }

    private static int HostStart(TokenStream stream, int label, int turnStart)
    {
        int start = label + 1;
        int plain = 0;
        bool joined = true;
        if (label >= turnStart && stream[label].Is(WordClass.Function) && !stream[label].Is(WordClass.Letter))
        {
            return start;
        }
        for (int token = label; token >= turnStart && label - token < 24; token--)
        {
            ref readonly var current = ref stream[token];
            bool part = joined ? !current.Is(WordClass.Connector | WordClass.Filler) || current.Is(WordClass.Letter)
                : current.Is(WordClass.Letter | WordClass.Symbol) || current.Is(WordClass.Unknown | WordClass.AnyName) && !current.Is(WordClass.Common)
                  || stream.Text(token) is "www" or "http" or "https" or "triple" || MayBeLabel(current) && plain++ < 2;
            if (!part || stream.Text(token) is "to" or "at" or "is" or "the" or "on" or "a" && !joined)
            {
                break;
            }
            start = token;
            joined = current.Is(WordClass.Symbol);
        }
        return FromPrefix(stream, start, turnStart);
    }

    // 'w w w dot port my line dot com': what stands behind the prefix belongs to the host, whatever words it is.
    private static int FromPrefix(TokenStream stream, int start, int turnStart)
    {
        for (int token = start - 1; token >= turnStart && start - token <= MaxLabels; token--)
        {
            if (stream[token].Is(WordClass.SentenceEnd))
            {
                return start;
            }
            if (DomainReader.IsDot(stream, token))
            {
                bool spelled = token - 3 >= turnStart && IsW(stream, token - 1) && IsW(stream, token - 2) && IsW(stream, token - 3);
                return spelled ? token - 3 : token > turnStart && stream.Text(token - 1) is "www" ? token - 1 : start;
            }
        }
        return start;
    }

    private static int WithoutPrefix(TokenStream stream, int host) =>
        stream.Text(host) is "www" ? host + 2 : host + 3 < stream.Count && IsW(stream, host) && IsW(stream, host + 1) && IsW(stream, host + 2) ? host + 4 : host;

    private static bool IsW(TokenStream stream, int token) => stream.Text(token) is "w" or "W";

    // Ordinary words run together in host names: 'dancer events dot com'.
    private static bool MayBeLabel(in Token token) => token.Is(WordClass.Common) && !token.Is(WordClass.Function | WordClass.Verb | WordClass.Connector
        | WordClass.Backchannel | WordClass.Asking | WordClass.Possessor | WordClass.Filler | WordClass.PlacePreposition | WordClass.SentenceEnd | WordClass.Comma);

    // 'slash offers slash twenty six'
    private static int PathEnd(TokenStream stream, int end, int limit)
    {
        while (end + 1 < limit && (stream.Text(end) is "slash" || stream.Text(end) is "forward" && stream.Text(end + 1) is "slash") && !stream[end + 1].Is(WordClass.Connector))
        {
            end += 2;
            // 'slash turbo possum eighty eight'
            for (int more = 0; more < MaxPathWords && end < limit && IsPathWord(stream, end); more++)
            {
                end++;
            }
        }
        return end;
    }

    private static bool IsPathWord(TokenStream stream, int token) => !stream[token - 1].Is(WordClass.SentenceEnd | WordClass.Comma)
        && (stream[token].Is(WordClass.Unknown | WordClass.AnyNumberWord | WordClass.HasDigit | WordClass.Symbol) || stream[token].Is(WordClass.AnyName) && !stream[token].Is(WordClass.Common | WordClass.Function) || MayBeLabel(stream[token])) && stream.Text(token) is not "slash";

    // 'c colon backslash users backslash final dot text'
    private int Path(DetectionContext context, int backslash, int turnStart, int limit)
    {
        var stream = context.Stream;
        int start = backslash;
        while (start > turnStart && backslash - start < 3 && (stream.Text(start - 1) is "colon" || stream[start - 1].Is(WordClass.Letter)
            || start == backslash && !stream[start - 1].Is(WordClass.Function | WordClass.Connector)))
        {
            start--;
        }
        int end = backslash + 1;
        while (end + 1 < limit && end - backslash < 40)
        {
            bool sign = stream[end].Is(WordClass.Symbol) || stream[end + 1].Is(WordClass.Symbol);
            if (!sign)
            {
                break;
            }
            end++;
        }
        end = Math.Min(limit, end + 1);
        int type = DomainReader.IsDot(stream, end - 1) && end < limit ? FileTypes.EndAt(stream, end, limit) : end >= 2 && DomainReader.IsDot(stream, end - 2) ? FileTypes.EndAt(stream, end - 1, limit) : -1;
        end = Math.Max(end, type);
        context.Claim(start, end);
        context.Add(start, end, PiiPolicies.Filename, 0.9, Name, "backslash");
        return end;
    }

    // 'report underscore final dot p d f'
    private int FindFile(DetectionContext context, int dot, int turnStart, int limit)
    {
        var stream = context.Stream;
        int end = FileTypes.EndAt(stream, dot + 1, limit);
        if (end < 0)
        {
            return -1;
        }
        int start = HostStart(stream, dot - 1, turnStart);
        if (start >= dot)
        {
            return -1;
        }
        context.Claim(start, end);
        context.Add(start, end, PiiPolicies.Filename, 0.9, Name, "file type");
        return end;
    }
}
