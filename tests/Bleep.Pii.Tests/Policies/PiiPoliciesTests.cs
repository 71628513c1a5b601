using Bleep.Pii.Policies;

namespace Bleep.Pii.Tests.Policies;

public sealed class PiiPoliciesTests
{
    [Fact]
    public void All_always_holds65WithThe44DocumentedFirst()
    {
        Assert.Equal(65, PiiPolicies.All.Count);
        Assert.Equal(44, PiiPolicies.Documented.Count);
        Assert.Equal(PiiPolicies.Documented, PiiPolicies.All.Take(44));
        Assert.All(PiiPolicies.All, policy => Assert.Equal(policy.Index < 44, policy.IsDocumented));
        Assert.Equal("account_number", PiiPolicies.All[0].Name);
        Assert.Equal("zodiac_sign", PiiPolicies.All[43].Name);
    }

    [Fact]
    public void All_always_hasDistinctNamesAndItsOwnIndexes()
    {
        Assert.Equal(65, PiiPolicies.All.Select(policy => policy.Name).Distinct().Count());
        Assert.All(PiiPolicies.All, policy => Assert.Same(policy, PiiPolicies.All[policy.Index]));
        Assert.All(PiiPolicies.All, policy => Assert.Equal(policy.Name.ToUpperInvariant(), policy.Tag));
    }

    [Fact]
    public void Fields_always_carryTheNameOfTheirPolicy()
    {
        var fields = typeof(PiiPolicies).GetFields().Where(field => field.FieldType == typeof(PiiPolicy)).ToList();
        Assert.Equal(65, fields.Count);
        Assert.All(fields, field =>
            Assert.Equal(field.Name.ToLowerInvariant(), ((PiiPolicy)field.GetValue(null)!).Name.Replace("_", "")));
    }

    [Fact]
    public void Definitions_always_haveMeaningExamplesAndNearMisses() => Assert.All(PiiPolicies.All, policy =>
    {
        Assert.EndsWith(".", policy.Meaning);
        Assert.True(policy.Examples.Count >= 2, policy.Name);
        Assert.True(policy.SpokenExamples.Count >= 2, policy.Name);
        Assert.True(policy.NearMisses.Count >= 2, policy.Name);
        Assert.All(policy.SpokenExamples, example => Assert.Matches("^[a-z' ]+$", example.Text));
        Assert.All([.. policy.Examples, .. policy.SpokenExamples], example => Assert.Equal(example.Value.Trim(), example.Value));
    });

    [Fact]
    public void AmazonTypes_always_areTheElevenOfTheService() => Assert.Equal(
        [
            "ADDRESS", "BANK_ACCOUNT_NUMBER", "BANK_ROUTING", "CREDIT_DEBIT_CVV", "CREDIT_DEBIT_EXPIRY", "CREDIT_DEBIT_NUMBER",
            "EMAIL", "NAME", "PHONE", "PIN", "SSN",
        ],
        PiiPolicies.All.SelectMany(policy => policy.AmazonTypes).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("person_name", "person_name")]
    [InlineData(" Person_Name ", "person_name")]
    [InlineData("bank_routing", "banking_information")]
    [InlineData("physical_address", "location_address")]
    [InlineData("year", "year")]
    public void TryFind_nameOrAlias_givesThePolicy(string name, string expected)
    {
        Assert.True(PiiPolicies.TryFind(name, out var policy));
        Assert.Equal(expected, policy.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("person")]
    [InlineData("person name")]
    [InlineData("all")]
    public void TryFind_unknownName_givesNothing(string name) => Assert.False(PiiPolicies.TryFind(name, out _));

    [Theory]
    [InlineData("person_nmae", "person_name")]
    [InlineData("personname", "person_name")]
    [InlineData("Phone", "phone_number")]
    [InlineData("phone-number", "phone_number")]
    [InlineData("email", "email_address")]
    [InlineData("ssn", "us_social_security_number")]
    [InlineData("social_security_number", "us_social_security_number")]
    [InlineData("cvv", "credit_card_cvv")]
    [InlineData("credit_card", "credit_card_cvv")]
    [InlineData("adress", "location")]
    [InlineData("bank_rooting", "banking_information")]
    [InlineData("organisation", "organization")]
    [InlineData("age", "person_age")]
    [InlineData("drivers_licence", "drivers_license")]
    public void Nearest_slipOrPart_givesTheName(string name, string expected) => Assert.Equal(expected, PiiPolicies.Nearest(name));

    [Theory]
    [InlineData("")]
    [InlineData("__")]
    [InlineData("qqqqzzzzxxxx")]
    public void Nearest_nothingNear_givesNull(string name) => Assert.Null(PiiPolicies.Nearest(name));

    [Fact]
    public void Broader_place_leadsUpToLocation()
    {
        Assert.Same(PiiPolicies.Location, PiiPolicies.LocationCity.Broader);
        Assert.Equal(2, PiiPolicies.LocationAddressStreet.Specificity);
        Assert.Null(PiiPolicies.Location.Broader);
    }
}
