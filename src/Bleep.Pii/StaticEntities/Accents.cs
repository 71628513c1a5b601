using System.Collections.Frozen;

namespace Bleep.Pii.StaticEntities;

/// <summary>
/// Takes accents off letters, so that a term is found however its letters were composed, also where a recogniser leaves
/// accents out. A table, because the product runs without the system's normalisation data.
/// </summary>
internal static class Accents
{
    private static readonly (char Base, string Accented)[] Families =
    [
        ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ('b', "ḃḅḇ"),
        ('c', "çćĉċčḉ"),
        ('d', "ďḋḍḏḑḓ"),
        ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ('f', "ḟ"),
        ('g', "ĝğġģǧǵḡ"),
        ('h', "ĥȟḣḥḧḩḫẖ"),
        ('i', "ìíîïĩīĭįǐȉȋḭḯỉị"),
        ('j', "ĵǰ"),
        ('k', "ķǩḱḳḵ"),
        ('l', "ĺļľḷḹḻḽ"),
        ('m', "ḿṁṃ"),
        ('n', "ñńņňǹṅṇṉṋ"),
        ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
        ('p', "ṕṗ"),
        ('r', "ŕŗřȑȓṙṛṝṟ"),
        ('s', "śŝşšșṡṣṥṧṩ"),
        ('t', "ţťțṫṭṯṱẗ"),
        ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ('v', "ṽṿ"),
        ('w', "ŵẁẃẅẇẉẘ"),
        ('x', "ẋẍ"),
        ('y', "ýÿŷȳẏẙỳỵỷỹ"),
        ('z', "źżžẑẓẕ"),
        ('æ', "ǣǽ"),
        ('ø', "ǿ"),
        ('ſ', "ẛ"),
        ('ʒ', "ǯ"),
        ('α', "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
        ('ε', "έἐἑἒἓἔἕὲέ"),
        ('η', "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
        ('ι', "ΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ"),
        ('ο', "όὀὁὂὃὄὅὸό"),
        ('ρ', "ῤῥ"),
        ('υ', "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
        ('ω', "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
        ('ϒ', "ϓϔ"),
        ('а', "ӑӓ"),
        ('г', "ѓ"),
        ('е', "ѐёӗ"),
        ('ж', "ӂӝ"),
        ('з', "ӟ"),
        ('и', "йѝӣӥ"),
        ('к', "ќ"),
        ('о', "ӧ"),
        ('у', "ўӯӱӳ"),
        ('ч', "ӵ"),
        ('ы', "ӹ"),
        ('э', "ӭ"),
        ('і', "ї"),
        ('ѵ', "ѷ"),
        ('ә', "ӛ"),
        ('ө', "ӫ"),
        ('o', "ø"), ('l', "ł"), ('d', "đð"), ('h', "ħ"), ('i', "ı"), ('t', "ŧ"),
    ];

    private static readonly FrozenDictionary<char, char> BaseOf = Families
        .SelectMany(family => family.Accented.Select(accented => (accented, family.Base)))
        .ToFrozenDictionary(pair => pair.accented, pair => pair.Base);

    /// <summary>The letter without its accents; other characters as they are.</summary>
    public static char Remove(char lower) => lower < 0x80 ? lower : BaseOf.GetValueOrDefault(lower, lower);

    /// <summary>True for marks that stand over or under a letter and may be missing: accents, vowel points, hints for drawing.</summary>
    public static bool IsMark(char c) => c is
        (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05BD') or '\u05BF' or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5'
        or '\u05C7' or (>= '\u064B' and <= '\u0652') or '\u0670' or '\u0640' or (>= '\uFE00' and <= '\uFE0F');
}
