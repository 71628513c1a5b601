using System.Collections.Frozen;
using Bleep.Pii.Detection;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Formatting;

/// <summary>Which raw words belong to names, as far as findings tell: people, places, organisations and the like.</summary>
internal sealed class NamedWords
{
    private static readonly FrozenSet<PiiPolicy> NamePolicies = FrozenSet.ToFrozenSet(
    [
        PiiPolicies.PersonName, PiiPolicies.Location, PiiPolicies.LocationAddress, PiiPolicies.LocationAddressStreet,
        PiiPolicies.LocationCity, PiiPolicies.LocationState, PiiPolicies.LocationCountry, PiiPolicies.Organization,
        PiiPolicies.OrganizationMedicalFacility, PiiPolicies.Nationality, PiiPolicies.Language, PiiPolicies.Religion, PiiPolicies.Event,
        PiiPolicies.Product, PiiPolicies.ZodiacSign,
    ]);

    private readonly HashSet<(int Turn, int Word)> _words = [];

    public NamedWords(IEnumerable<PiiSpan> findings)
    {
        foreach (var span in findings.Where(span => NamePolicies.Contains(span.Policy)))
        {
            for (int word = span.Words.Start; word < span.Words.End; word++)
            {
                _words.Add((span.Turn, word));
            }
        }
    }

    public bool Contains(int turn, int word) => _words.Contains((turn, word));
}
