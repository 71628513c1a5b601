using System.Globalization;
using Bleep.Pii.Policies;
using Bleep.Pii.Redaction;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Pii.Tests.Redaction;

public sealed class SubstitutionTests
{
    [Theory]
    [InlineData("John", "####")]
    [InlineData("Lowry", "#####")]
    [InlineData("L o w e r y", "# # # # # #")]
    [InlineData("610-265-1714", "###-###-####")]
    [InlineData("John. John.", "####. ####.")]
    [InlineData("john@lowry.com", "####@#####.###")]
    [InlineData("Department of Health", "########## ## ######")]
    [InlineData("Lowery,", "######,")]
    [InlineData("John's", "####'s")]
    [InlineData("John\u2019s,", "####\u2019s,")]
    [InlineData("JOHN'S", "####'S")]
    [InlineData("James'", "#####'")]
    [InlineData("the Joneses' house", "### #######' #####")]
    [InlineData("O'Brien's", "#'#####'s")]
    [InlineData("'s", "'#")]
    [InlineData("John'll", "####'##")]
    [InlineData("Anne-Marie", "####-#####")]
    [InlineData("$1,250.00", "$#,###.##")]
    [InlineData("Jose\u0301", "####")]
    [InlineData("नि", "#")]
    [InlineData("محمد،", "####،")]
    [InlineData("מִרְיָם", "####")]
    [InlineData("👨‍👩‍👧 Ann 🎉", "👨‍👩‍👧 ### 🎉")]
    [InlineData("1️⃣2️⃣", "##")]
    [InlineData("m²", "##")]
    [InlineData("Ⓐ①", "##")]
    [InlineData("𝐉𝐨𝐡𝐧", "####")]
    [InlineData("", "")]
    public void HashReplace_text_keepsAllButLettersAndDigits(string text, string expected) =>
        Assert.Equal(expected, new HashSubstitution().Replace(text, Findings.Words(0, 1)));

    [Theory]
    [InlineData("John", "[PERSON_NAME]")]
    [InlineData("John!", "[PERSON_NAME]!")]
    [InlineData("\"John,\"", "\"[PERSON_NAME],\"")]
    [InlineData("(John).", "([PERSON_NAME]).")]
    [InlineData("John's", "[PERSON_NAME]'s")]
    [InlineData("John\u2019s.", "[PERSON_NAME]\u2019s.")]
    [InlineData("James'", "[PERSON_NAME]'")]
    [InlineData("«Иван»", "«[PERSON_NAME]»")]
    [InlineData("محمد؟", "[PERSON_NAME]؟")]
    [InlineData("Anne-Marie", "[PERSON_NAME]")]
    [InlineData("John\u2014", "[PERSON_NAME]\u2014")]
    [InlineData("$25.10.", "[PERSON_NAME].")]
    [InlineData("+1-610", "[PERSON_NAME]")]
    [InlineData("-74.0060,", "[PERSON_NAME],")]
    [InlineData("(610)265-1714", "[PERSON_NAME]")]
    [InlineData("@john_l", "[PERSON_NAME]")]
    [InlineData("50%", "[PERSON_NAME]")]
    [InlineData("—", "—")]
    [InlineData("...", "...")]
    [InlineData("&", "&")]
    [InlineData("🦊", "[PERSON_NAME]")]
    [InlineData("[PERSON_NAME],", "[PERSON_NAME],")]
    [InlineData("[PHONE_NUMBER]'s", "[PHONE_NUMBER]'s")]
    [InlineData("[SECRET]", "[[PERSON_NAME]]")]
    [InlineData("[person_name]", "[[PERSON_NAME]]")]
    public void EntityNameReplace_word_keepsPunctuationAround(string text, string expected) =>
        Assert.Equal(expected, new EntityNameSubstitution().Replace(text, Findings.Words(0, 1)));

    [Theory]
    [InlineData("!!abc$$", "[PASSWORD]")]
    [InlineData("abc.", "[PASSWORD].")]
    [InlineData("...", "[PASSWORD].")]
    [InlineData("dragon's", "[PASSWORD]")]
    public void EntityNameReplace_password_keepsAtMostOneMark(string text, string expected) =>
        Assert.Equal(expected, new EntityNameSubstitution().Replace(text, Findings.Words(0, 1, PiiPolicies.Password)));

    [Theory]
    [InlineData("<{POLICY}>", "John,", "<PERSON_NAME>,")]
    [InlineData("*****", "John's", "*****'s")]
    [InlineData("{POLICY}{POLICY}", "John", "PERSON_NAMEPERSON_NAME")]
    [InlineData("{policy}", "John", "{policy}")]
    [InlineData("$1", "John", "$1")]
    public void TextReplace_pattern_isWrittenLiterally(string pattern, string text, string expected) =>
        Assert.Equal(expected, new TextSubstitution(pattern).Replace(text, Findings.Words(0, 1)));

    [Fact]
    public void TextReplace_label_standsForThePolicy() =>
        Assert.Equal("<BEAR>", new TextSubstitution("<{POLICY}>").Replace("claw", Findings.Static(0, 1, "BEAR")));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void TextSubstitution_badPattern_isRefused(string pattern)
    {
        Assert.False(TextSubstitution.IsValid(pattern, out _));
        Assert.Throws<ArgumentException>(() => new TextSubstitution(pattern));
    }

    [Theory]
    [InlineData(null, typeof(HashSubstitution))]
    [InlineData("hash", typeof(HashSubstitution))]
    [InlineData("entity_name", typeof(EntityNameSubstitution))]
    [InlineData("entity_type", typeof(EntityNameSubstitution))]
    public void TryParse_wireName_givesTheSubstitution(string? name, Type expected)
    {
        Assert.True(Substitution.TryParse(name, out var substitution));
        Assert.IsType(expected, substitution);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HASH")]
    [InlineData("mask")]
    public void TryParse_unknownName_isRefused(string name) => Assert.False(Substitution.TryParse(name, out _));

    [Fact]
    public void HashReplace_anyText_keepsGraphemesAndLeavesNoLetter()
    {
        var hash = new HashSubstitution();
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        {
            string redacted = hash.Replace(text, Findings.Words(0, 1));
            int kept = Possessive.StartIn(text);
            return Graphemes.HoldLetterOrDigit(redacted.AsSpan(0, redacted.Length - (text.Length - kept))) is false
                && new StringInfo(text[..kept]).LengthInTextElements >= new StringInfo(redacted).LengthInTextElements - (text.Length - kept)
                && hash.Replace(redacted, Findings.Words(0, 1)) == redacted
                && (!text.All(char.IsAscii) || redacted.Length == text.Length);
        }).QuickCheckThrowOnFailure();
    }
}
