using Bleep.Pii.Policies;
using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Records;
using Bleep.Synthesis.Values;

namespace Bleep.Synthesis.Scripts;

/// <summary>
/// Makes calls from seeds: the same options and seed always give the same call. Seed by seed the calls go round the documented policies,
/// so that each policy is certain to occur in any row of 44 seeds for which the split has a template. Thread-safe.
/// </summary>
public sealed class CallGenerator
{
    private readonly CallOptions _options;
    private readonly IReadOnlyList<Fragment> _fragments;

    /// <summary>Makes a generator.</summary>
    /// <param name="options">What calls to make.</param>
    /// <exception cref="ArgumentException">There is no such domain, or the numbers of fragments are reversed.</exception>
    public CallGenerator(CallOptions? options = null)
    {
        _options = options ?? new CallOptions();
        if (_options.Domain is { } domain && !FragmentLibrary.Default.Domains.Contains(domain))
        {
            throw new ArgumentException(
                $"There is no domain '{domain}'; there are {string.Join(", ", FragmentLibrary.Default.Domains)}.", nameof(options));
        }
        if (_options.MinFragments < 1 || _options.MaxFragments < _options.MinFragments)
        {
            throw new ArgumentException("MinFragments must be 1 or more and MaxFragments not below it.", nameof(options));
        }
        _fragments = [.. FragmentLibrary.Default.For(_options.Split)
            .Where(fragment => _options.Domain is null || fragment.Domains.Contains(_options.Domain))];
    }

    /// <summary>Names of the kinds of call.</summary>
    public static IReadOnlyList<string> Domains => FragmentLibrary.Default.Domains;

    /// <summary>Makes calls of consecutive seeds.</summary>
    /// <param name="seed">The first seed.</param>
    /// <param name="count">Number of calls.</param>
    public IEnumerable<SyntheticCall> Generate(int seed, int count) => Enumerable.Range(0, count).Select(index => Generate(seed + index));

    /// <summary>Makes the call of a seed.</summary>
    /// <param name="seed">Any number.</param>
    public SyntheticCall Generate(int seed)
    {
        var random = new SeededRandom(seed);
        var (domain, plan) = Plan(random, seed);
        var cast = new CallCast(random.Fork("cast"), _options.Split);
        var expander = new TemplateExpander(cast, random.Fork("words"), _options.Disfluency);
        var turns = plan.SelectMany(fragment => fragment.Lines).Select(expander.Expand).OfType<CallTurn>();
        return new SyntheticCall($"call-{seed:000000}", domain, [.. turns]) { Fragments = [.. plan.Select(fragment => fragment.Id)] };
    }

    private (string Domain, List<Fragment> Plan) Plan(SeededRandom random, int seed)
    {
        var wanted = Wanted(random, seed);
        string[] domains = [.. (wanted?.Domains ?? _fragments.SelectMany(fragment => fragment.Domains))
            .Where(name => _options.Domain is null || name == _options.Domain).Distinct().Order(StringComparer.Ordinal)];
        string domain = random.Pick(domains);
        var used = new HashSet<Fragment>();
        if (wanted is not null)
        {
            used.Add(wanted);
        }
        int middle = random.Next(_options.MinFragments, _options.MaxFragments);
        var plan = new List<Fragment?> { wanted is { Stage: FragmentStage.Open } ? wanted : Take(FragmentStage.Open) };
        plan.Add(wanted is { Stage: FragmentStage.Reason } ? wanted : Take(FragmentStage.Reason));
        int verify = (int)Math.Ceiling(middle * (0.25 + 0.3 * random.NextDouble()));
        plan.AddRange(Mixed(FragmentStage.Verify, FragmentStage.Verify, verify));
        plan.AddRange(Mixed(FragmentStage.Topic, FragmentStage.Chat, middle - verify));
        plan.Add(wanted is { Stage: FragmentStage.Close } ? wanted : Take(FragmentStage.Close));
        return (domain, [.. plan.OfType<Fragment>()]);

        Fragment? Take(FragmentStage stage)
        {
            Fragment[] fitting = [.. _fragments.Where(
                fragment => fragment.Stage == stage && fragment.Domains.Contains(domain) && !used.Contains(fragment))];
            if (fitting.Length == 0)
            {
                return null;
            }
            var taken = random.Pick(fitting, fragment => fragment.Weight);
            used.Add(taken);
            return taken;
        }

        List<Fragment?> Mixed(FragmentStage first, FragmentStage second, int count)
        {
            var part = new List<Fragment?>();
            bool holdsWanted = wanted is not null && (wanted.Stage == first || wanted.Stage == second);
            for (int index = holdsWanted ? 1 : 0; index < count; index++)
            {
                part.Add(Take(random.Chance(0.7) ? first : second));
            }
            if (holdsWanted)
            {
                part.Insert(random.Next(0, part.Count), wanted);
            }
            return part;
        }
    }

    private Fragment? Wanted(SeededRandom random, int seed)
    {
        var policies = PiiPolicies.Documented;
        string policy = policies[(int)((uint)seed % policies.Count)].Name;
        Fragment[] fitting = [.. _fragments.Where(fragment => fragment.Policies.Contains(policy))];
        return fitting.Length == 0 ? null : random.Pick(fitting);
    }
}
