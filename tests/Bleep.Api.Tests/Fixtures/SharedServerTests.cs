namespace Bleep.Api.Tests.Fixtures;

/// <summary>The tests that share a server.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServerTests : ICollectionFixture<SharedServer>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "shared server";
}
