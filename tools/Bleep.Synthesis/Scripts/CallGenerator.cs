using Bleep.Pii.Policies;
using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Records;
using Bleep.Synthesis.Values;

namespace Bleep.Synthesis.Scripts;

/// <summary>
/// Makes calls from seeds: the same options and seed always give the same call. Seed by seed the calls go round the documented policies:
/// each call is sure to hold one and, where its kind of call allows, two further ones, so that a row of 44 seeds holds all policies that
/// the split has templates for, and a row of 20 seeds (nearly) all. Thread-safe.
/// </summary>
public sealed class CallGenerator
{
    // Apart enough that the policies of neighbouring seeds do not meet for long.
    private const int PolicyStep = 15;

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
        var wanted = Wanted(random, seed, out string domain);
        var used = new HashSet<Fragment>(wanted);
        int middle = Math.Max(random.Next(_options.MinFragments, _options.MaxFragments), wanted.Count);
        int verify = (int)Math.Ceiling(middle * (0.25 + 0.3 * random.NextDouble()));
        var plan = new List<Fragment>();
        plan.AddRange(Stage(1, FragmentStage.Open));
        plan.AddRange(Stage(1, FragmentStage.Reason));
        plan.AddRange(Stage(verify, FragmentStage.Verify));
        plan.AddRange(Stage(middle - verify, FragmentStage.Topic, FragmentStage.Chat));
        plan.AddRange(Stage(1, FragmentStage.Close));
        return (domain, plan);

        // The wanted fragments of the stages stand among others that fill up the count.
        List<Fragment> Stage(int count, params FragmentStage[] stages)
        {
            var part = new List<Fragment>();
            var sure = wanted.Where(fragment => stages.Contains(fragment.Stage)).ToList();
            for (int index = sure.Count; index < count; index++)
            {
                if (Take(random.Chance(0.7) ? stages[0] : stages[^1]) is { } taken)
                {
                    part.Add(taken);
                }
            }
            foreach (var fragment in sure)
            {
                part.Insert(random.Next(0, part.Count), fragment);
            }
            return part;
        }

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
    }

    // The first policy decides the domain, together with as many of the others as can be had.
    private List<Fragment> Wanted(SeededRandom random, int seed, out string domain)
    {
        var policies = PiiPolicies.Documented;
        Fragment[][] choices = [.. new[] { 0, PolicyStep, 2 * PolicyStep }
            .Select(step => policies[(int)(((uint)seed + (uint)step) % policies.Count)].Name)
            .Select(policy => _fragments.Where(fragment => fragment.Policies.Contains(policy)).ToArray())];
        var first = choices[0].Length > 0 ? choices[0] : [.. _fragments];
        var domains = first.SelectMany(fragment => fragment.Domains).Where(name => _options.Domain is null || name == _options.Domain)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        int Held(string name) => choices.Count(choice => choice.Any(fragment => fragment.Domains.Contains(name)));
        int most = domains.Max(Held);
        string chosen = domain = random.Pick([.. domains.Where(name => Held(name) == most)]);
        var wanted = new List<Fragment>();
        foreach (var choice in choices)
        {
            Fragment[] fitting = [.. choice.Where(fragment => fragment.Domains.Contains(chosen) && !wanted.Contains(fragment)
                && !(IsSingle(fragment.Stage) && wanted.Exists(other => other.Stage == fragment.Stage)))];
            if (fitting.Length > 0)
            {
                wanted.Add(random.Pick(fitting));
            }
        }
        return wanted;
    }

    private static bool IsSingle(FragmentStage stage) => stage is FragmentStage.Open or FragmentStage.Reason or FragmentStage.Close;
}
