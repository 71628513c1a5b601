using System.Diagnostics.CodeAnalysis;
using Bleep.Pii.Policies.Catalogue;

namespace Bleep.Pii.Policies;

/// <summary>
/// The catalogue of all policies. The documented ones act when none is named; the others only when named. The order of the
/// fields is the order of <see cref="All"/> and of <see cref="PiiPolicy.Index"/>, and does not change.
/// </summary>
public static class PiiPolicies
{
    private const int DocumentedCount = 44;

    // These two come before the policies: static fields are set in the order of the text.
    private static readonly Dictionary<string, PolicyDefinition> Definitions = new[]
    {
        ContactDefinitions.All, NumberDefinitions.All, PersonDefinitions.All, HealthDefinitions.All, PlaceDefinitions.All,
        TimeDefinitions.All, OrganizationDefinitions.All,
    }.SelectMany(group => group).ToDictionary(definition => definition.Name);

    private static readonly List<PiiPolicy> Defined = new(Definitions.Count);

    /// <summary><c>account_number</c>: the number of a customer, a membership, a contract or an insurance policy.</summary>
    public static readonly PiiPolicy AccountNumber = Define("account_number");

    /// <summary><c>banking_information</c>: the number of a bank account, or what leads money to it: routing number, sort code, IBAN, SWIFT code.</summary>
    public static readonly PiiPolicy BankingInformation = Define("banking_information");

    /// <summary><c>blood_type</c>: a blood group.</summary>
    public static readonly PiiPolicy BloodType = Define("blood_type");

    /// <summary><c>credit_card_cvv</c>: the three or four digits with which a payment card is checked.</summary>
    public static readonly PiiPolicy CreditCardCvv = Define("credit_card_cvv");

    /// <summary><c>credit_card_expiration</c>: the month and year in which a payment card ends.</summary>
    public static readonly PiiPolicy CreditCardExpiration = Define("credit_card_expiration");

    /// <summary><c>credit_card_number</c>: the number on a payment card, whole or its last digits.</summary>
    public static readonly PiiPolicy CreditCardNumber = Define("credit_card_number");

    /// <summary><c>date</c>: a day of the calendar.</summary>
    public static readonly PiiPolicy Date = Define("date");

    /// <summary><c>date_interval</c>: a longer stretch of the calendar: a range, a month, a season, a year, a decade.</summary>
    public static readonly PiiPolicy DateInterval = Define("date_interval");

    /// <summary><c>date_of_birth</c>: the day on which a person was born.</summary>
    public static readonly PiiPolicy DateOfBirth = Define("date_of_birth");

    /// <summary><c>drivers_license</c>: the number of a licence to drive.</summary>
    public static readonly PiiPolicy DriversLicense = Define("drivers_license");

    /// <summary><c>drug</c>: a medicine, a vitamin, a supplement or a narcotic.</summary>
    public static readonly PiiPolicy Drug = Define("drug");

    /// <summary><c>duration</c>: an amount of time with its unit.</summary>
    public static readonly PiiPolicy Duration = Define("duration");

    /// <summary><c>email_address</c>: an address of electronic mail, written or read aloud.</summary>
    public static readonly PiiPolicy EmailAddress = Define("email_address");

    /// <summary><c>event</c>: an event or holiday with a name of its own.</summary>
    public static readonly PiiPolicy Event = Define("event");

    /// <summary><c>filename</c>: the name or path of a computer file.</summary>
    public static readonly PiiPolicy Filename = Define("filename");

    /// <summary><c>gender_sexuality</c>: a word for a person's gender or sexual orientation.</summary>
    public static readonly PiiPolicy GenderSexuality = Define("gender_sexuality");

    /// <summary><c>healthcare_number</c>: the number of a health plan, a beneficiary or a patient.</summary>
    public static readonly PiiPolicy HealthcareNumber = Define("healthcare_number");

    /// <summary><c>injury</c>: harm done to a body.</summary>
    public static readonly PiiPolicy Injury = Define("injury");

    /// <summary><c>ip_address</c>: a network address of version 4 or 6.</summary>
    public static readonly PiiPolicy IpAddress = Define("ip_address");

    /// <summary><c>language</c>: the name of a natural language.</summary>
    public static readonly PiiPolicy Language = Define("language");

    /// <summary><c>location</c>: any place that can be found on a map: an address, a postcode, a city, a state, a country, coordinates.</summary>
    public static readonly PiiPolicy Location = Define("location");

    /// <summary><c>marital_status</c>: whether a person is single, married, divorced or widowed.</summary>
    public static readonly PiiPolicy MaritalStatus = Define("marital_status");

    /// <summary><c>medical_condition</c>: a disease, a disorder, a syndrome or a symptom.</summary>
    public static readonly PiiPolicy MedicalCondition = Define("medical_condition");

    /// <summary><c>medical_process</c>: a treatment, a procedure, a test or an examination.</summary>
    public static readonly PiiPolicy MedicalProcess = Define("medical_process");

    /// <summary><c>money_amount</c>: a sum of money or a currency.</summary>
    public static readonly PiiPolicy MoneyAmount = Define("money_amount");

    /// <summary><c>nationality</c>: a word for a people, an ethnic group or where a person belongs by birth.</summary>
    public static readonly PiiPolicy Nationality = Define("nationality");

    /// <summary><c>number_sequence</c>: a number or a mix of letters and digits that stands for something and fits no narrower policy.</summary>
    public static readonly PiiPolicy NumberSequence = Define("number_sequence");

    /// <summary><c>occupation</c>: what a person does for a living, as a title or a profession.</summary>
    public static readonly PiiPolicy Occupation = Define("occupation");

    /// <summary><c>organization</c>: the name of a company, an institution or another body.</summary>
    public static readonly PiiPolicy Organization = Define("organization");

    /// <summary><c>passport_number</c>: the number of a passport.</summary>
    public static readonly PiiPolicy PassportNumber = Define("passport_number");

    /// <summary><c>password</c>: a password, PIN, key, one-time code or the answer to a security question.</summary>
    public static readonly PiiPolicy Password = Define("password");

    /// <summary><c>person_age</c>: how old a person is.</summary>
    public static readonly PiiPolicy PersonAge = Define("person_age");

    /// <summary><c>person_name</c>: the name of a person, whole or in part, spelled out or as a nickname.</summary>
    public static readonly PiiPolicy PersonName = Define("person_name");

    /// <summary><c>phone_number</c>: a number at which a telephone, mobile, fax or pager is reached, with country code and extension.</summary>
    public static readonly PiiPolicy PhoneNumber = Define("phone_number");

    /// <summary><c>physical_attribute</c>: a feature of the body by which a person is known.</summary>
    public static readonly PiiPolicy PhysicalAttribute = Define("physical_attribute");

    /// <summary><c>political_affiliation</c>: a party, a movement or an ideology that a person follows.</summary>
    public static readonly PiiPolicy PoliticalAffiliation = Define("political_affiliation");

    /// <summary><c>religion</c>: a word for a religion or for those who hold it.</summary>
    public static readonly PiiPolicy Religion = Define("religion");

    /// <summary><c>statistics</c>: a figure or share about health in a group of people.</summary>
    public static readonly PiiPolicy Statistics = Define("statistics");

    /// <summary><c>time</c>: a time of day.</summary>
    public static readonly PiiPolicy Time = Define("time");

    /// <summary><c>url</c>: an address of a page or a site on the web.</summary>
    public static readonly PiiPolicy Url = Define("url");

    /// <summary><c>us_social_security_number</c>: a United States social security number, its last four digits, or another country's equivalent.</summary>
    public static readonly PiiPolicy UsSocialSecurityNumber = Define("us_social_security_number");

    /// <summary><c>username</c>: a name with which someone logs in or is known on a site.</summary>
    public static readonly PiiPolicy Username = Define("username");

    /// <summary><c>vehicle_id</c>: the identification number of a vehicle, its serial number or its plate.</summary>
    public static readonly PiiPolicy VehicleId = Define("vehicle_id");

    /// <summary><c>zodiac_sign</c>: a sign of the zodiac.</summary>
    public static readonly PiiPolicy ZodiacSign = Define("zodiac_sign");

    // From here on the policies that act only when named.

    /// <summary><c>gender</c>: a word for a person's gender.</summary>
    public static readonly PiiPolicy Gender = Define("gender");

    /// <summary><c>sexuality</c>: a word for a person's sexual orientation.</summary>
    public static readonly PiiPolicy Sexuality = Define("sexuality");

    /// <summary><c>organization_medical_facility</c>: the name of a hospital, a clinic or a practice.</summary>
    public static readonly PiiPolicy OrganizationMedicalFacility = Define("organization_medical_facility");

    /// <summary><c>location_address</c>: a full postal address.</summary>
    public static readonly PiiPolicy LocationAddress = Define("location_address");

    /// <summary><c>location_address_street</c>: the street part of an address: house number, street, flat.</summary>
    public static readonly PiiPolicy LocationAddressStreet = Define("location_address_street");

    /// <summary><c>location_city</c>: the name of a city, a town or a village.</summary>
    public static readonly PiiPolicy LocationCity = Define("location_city");

    /// <summary><c>location_state</c>: the name of a state, a province or a county.</summary>
    public static readonly PiiPolicy LocationState = Define("location_state");

    /// <summary><c>location_country</c>: the name of a country.</summary>
    public static readonly PiiPolicy LocationCountry = Define("location_country");

    /// <summary><c>location_zip</c>: a postal code.</summary>
    public static readonly PiiPolicy LocationZip = Define("location_zip");

    /// <summary><c>location_coordinate</c>: a position given by latitude and longitude.</summary>
    public static readonly PiiPolicy LocationCoordinate = Define("location_coordinate");

    /// <summary><c>corporate_action</c>: something a company does that changes it: a merger, a share issue, a takeover.</summary>
    public static readonly PiiPolicy CorporateAction = Define("corporate_action");

    /// <summary><c>day</c>: a day of the week.</summary>
    public static readonly PiiPolicy Day = Define("day");

    /// <summary><c>month</c>: a month of the year.</summary>
    public static readonly PiiPolicy Month = Define("month");

    /// <summary><c>year</c>: a year of the calendar.</summary>
    public static readonly PiiPolicy Year = Define("year");

    /// <summary><c>effect</c>: a word that says a figure rose, fell or stayed.</summary>
    public static readonly PiiPolicy Effect = Define("effect");

    /// <summary><c>trend</c>: a word for the direction in which a figure moves over time.</summary>
    public static readonly PiiPolicy Trend = Define("trend");

    /// <summary><c>financial_metric</c>: a figure by which a business is judged: revenue, margin, earnings.</summary>
    public static readonly PiiPolicy FinancialMetric = Define("financial_metric");

    /// <summary><c>medical_code</c>: a code of a diagnosis or a procedure, from ICD or CPT for example.</summary>
    public static readonly PiiPolicy MedicalCode = Define("medical_code");

    /// <summary><c>organization_id</c>: the number under which a company is registered or taxed.</summary>
    public static readonly PiiPolicy OrganizationId = Define("organization_id");

    /// <summary><c>product</c>: the name of a product.</summary>
    public static readonly PiiPolicy Product = Define("product");

    /// <summary><c>project</c>: the name of a project or undertaking that is not public.</summary>
    public static readonly PiiPolicy Project = Define("project");

    private static readonly Dictionary<string, PiiPolicy> ByName = IndexByName();

    /// <summary>All 65 policies, the documented ones first.</summary>
    public static IReadOnlyList<PiiPolicy> All { get; } = Defined.AsReadOnly();

    /// <summary>The 44 policies that act when none is named.</summary>
    public static IReadOnlyList<PiiPolicy> Documented { get; } = [.. Defined.Take(DocumentedCount)];

    /// <summary>Finds a policy by its wire name or an alias, whatever the case.</summary>
    /// <param name="name">The name, blanks around it do not matter.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>False when no policy has this name.</returns>
    public static bool TryFind(string name, [NotNullWhen(true)] out PiiPolicy? policy) => ByName.TryGetValue(name.Trim(), out policy);

    /// <summary>The wire name that an unknown name most likely meant; null when none is near.</summary>
    /// <param name="name">The unknown name.</param>
    public static string? Nearest(string name) => PolicySuggestion.For(name)?.Name;

    /// <summary>One sentence for the user about an unknown name, with the nearest known one.</summary>
    /// <param name="name">The unknown name.</param>
    internal static string DescribeUnknown(string name)
    {
        const int longestShown = 64;
        string shown = new([.. name.Trim().Take(longestShown).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);
        return Nearest(name) is { } nearest
            ? $"There is no policy '{shown}'; did you mean '{nearest}'?"
            : $"There is no policy '{shown}'.";
    }

    private static PiiPolicy Define(string name)
    {
        var policy = new PiiPolicy(Definitions[name], Defined.Count, Defined.Count < DocumentedCount);
        Defined.Add(policy);
        return policy;
    }

    private static Dictionary<string, PiiPolicy> IndexByName()
    {
        var byName = new Dictionary<string, PiiPolicy>(StringComparer.OrdinalIgnoreCase);
        foreach (var policy in Defined)
        {
            byName.Add(policy.Name, policy);
            foreach (string alias in policy.Aliases)
            {
                byName.Add(alias, policy);
            }
        }
        foreach (var policy in Defined)
        {
            policy.Broader = Definitions[policy.Name].Broader is { } broader ? byName[broader] : null;
        }
        return byName;
    }
}
