using System.Collections.Frozen;

namespace Bleep.Pii.Recognizers.Organizations;

/// <summary>Ordinary English words that stand in names of organisations.</summary>
internal static class OrganizationAdjectives
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = Set(
        "national", "first", "general", "united", "american", "federal", "memorial", "regional", "community", "city", "county", "state", "central", "northern", "southern", "eastern",
        "western", "royal", "international", "global", "valley", "mutual", "premier", "advanced", "family", "medical", "dental", "health", "trust", "savings", "north", "south", "east",
        "west", "saint", "st", "holy", "sacred", "lake", "mountain", "river", "pacific", "atlantic", "capital", "public", "technical", "catholic", "baptist", "methodist", "childrens",
        "children's", "veterans", "life", "home", "auto", "car", "credit", "farm", "data", "power", "electric", "gas", "energy", "water", "solar", "green", "blue", "red", "golden",
        "silver", "star", "sun", "people's", "peoples", "citizens", "liberty", "freedom", "heritage", "union", "metro", "metropolitan", "urban", "hope", "grace", "victory", "summit", "mercy", "trinity", "providence", "lakeside", "cedar", "hill", "hills", "riverside", "unity", "harbor", "coastal", "presbyterian", "lutheran", "university", "senior", "women's", "womens");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _takesOf = Set(
        "bank", "university", "department", "ministry", "college", "church", "institute", "school", "museum", "office", "bureau", "association", "society", "academy", "board", "chamber", "hospital", "house");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _fields = Set(
        "health", "education", "justice", "defense", "defence", "labor", "labour", "transportation", "agriculture", "energy", "state", "commerce", "technology", "science", "medicine",
        "law", "art", "arts", "music", "design", "business", "engineering", "motor", "vehicles", "veterans", "affairs", "homeland", "security", "interior", "treasury", "revenue",
        "human", "services", "housing", "corrections", "finance", "management", "god", "christ", "children", "labor", "england", "america", "social");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _medical = Set(
        "hospital", "clinic", "infirmary", "hospice", "surgery", "pharmacy", "practice", "sanatorium", "dentistry", "dental", "pediatrics", "orthopedics", "urology", "dermatology", "cardiology");

    /// <summary>True for heads of names of hospitals and clinics.</summary>
    public static bool IsMedical(ReadOnlySpan<char> word) => _medical.Contains(word);

    /// <summary>True for words such as 'national' and 'community'.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

    /// <summary>True for heads whose name follows: 'university of'.</summary>
    public static bool TakesOf(ReadOnlySpan<char> word) => _takesOf.Contains(word);

    /// <summary>True for fields of activity: 'department of health'.</summary>
    public static bool IsField(ReadOnlySpan<char> word) => _fields.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
