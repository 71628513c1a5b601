using System.Text;
using Bleep.Dialogues;
using Bleep.Evaluation;

namespace Bleep.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private static readonly HashSet<string> s_all = ["person_name", "date", "location"];

    private static EvaluationReport Evaluate(string turnJson, PredictedSpan[] predicted, IReadOnlySet<string>? requested = null, int errors = 0)
    {
        var evaluator = new Evaluator(requested ?? s_all, errors);
        var dialogue = DialogueParser.Parse(Encoding.UTF8.GetBytes($$"""{"id":"d","turns":[{{turnJson}}]}"""));
        evaluator.Add(dialogue, [predicted]);
        return evaluator.Report(resamples: 50);
    }

    private static EvaluationRow Row(EvaluationReport report, string? policy, string? group = null) =>
        report.Rows.Single(row => row.Key == new EvaluationKey(group, policy));

    private const string JohnSmith = """{"words":["i","am","john","smith","today"],"spans":[{"start":2,"end":4,"policy":"person_name"}]}""";

    [Fact]
    public void Add_half_found_span_leaks_half()
    {
        var report = Evaluate(JohnSmith, [new PredictedSpan(2, 3, "person_name")]);
        Assert.Equal(0.5, Row(report, null).Leak.Value);
        Assert.Equal(0.5, Row(report, "person_name").Recall.Value);
        Assert.Equal(1, Row(report, null).Precision.Value);
        Assert.Equal(0, Row(report, null).OverRedaction.Value);
        Assert.Equal(3, report.OrdinaryTokens);
    }

    [Fact]
    public void Add_other_policy_covers_but_is_not_exact()
    {
        var report = Evaluate(JohnSmith, [new PredictedSpan(2, 4, "location")]);
        Assert.Equal(0, Row(report, "person_name").Leak.Value);
        Assert.Equal(0, Row(report, "person_name").Recall.Value);
        Assert.Equal(0, Row(report, "location").Precision.Value);
        Assert.Equal(1, Row(report, null).Precision.Value);
    }

    [Fact]
    public void Add_found_where_nothing_is_counts_as_over_redaction()
    {
        var report = Evaluate(JohnSmith, [new PredictedSpan(0, 4, "person_name")]);
        Assert.Equal(2.0 / 3, Row(report, null).OverRedaction.Value, 6);
        Assert.Equal(0.5, Row(report, null).Precision.Value);
    }

    [Theory]
    [InlineData("""{"words":["hi","john"],"spans":[{"start":1,"end":2,"policy":"person_name","optional":true}]}""")]
    [InlineData("""{"words":["hi","john"],"unlabelled":[[1,2]]}""")]
    public void Add_optional_or_unlabelled_counts_neither_way(string turn)
    {
        foreach (PredictedSpan[] predicted in new[] { [], new[] { new PredictedSpan(1, 2, "person_name") } })
        {
            var report = Evaluate(turn, predicted, errors: 5);
            Assert.All(report.Rows, row => Assert.Equal(0, row.GoldTokens));
            Assert.All(report.Rows, row => Assert.True(row.OverRedaction.Value == 0 && double.IsNaN(row.Precision.Value)));
            Assert.Equal(1, report.OrdinaryTokens);
            Assert.Empty(report.Errors);
        }
    }

    [Fact]
    public void Add_grouped_span_is_counted_apart()
    {
        var report = Evaluate(
            """{"words":["john","mary"],"spans":[{"start":0,"end":1,"policy":"person_name"},{"start":1,"end":2,"policy":"person_name","group":"misheard"}]}""",
            [new PredictedSpan(0, 1, "person_name")]);
        Assert.Equal((1, 0.0), (Row(report, null).GoldTokens, Row(report, null).Leak.Value));
        Assert.Equal((1, 1.0), (Row(report, null, "misheard").GoldTokens, Row(report, null, "misheard").Leak.Value));
    }

    [Fact]
    public void Add_policy_not_asked_for_is_not_a_leak()
    {
        var report = Evaluate(JohnSmith, [], new HashSet<string> { "date" });
        Assert.DoesNotContain(report.Rows, row => row.GoldTokens > 0);
        Assert.Equal(3, report.OrdinaryTokens);
    }

    [Fact]
    public void Add_text_needs_only_letters_and_digits_covered_and_counts_code_points()
    {
        const string Turn = """{"text":"😀 I am (John Smith).","spans":[{"start":8,"end":18,"policy":"person_name"}]}""";
        Assert.Equal(0, Row(Evaluate(Turn, [new PredictedSpan(8, 18, "person_name")]), null).Leak.Value);
        Assert.Equal(0.5, Row(Evaluate(Turn, [new PredictedSpan(8, 17, "person_name")]), null).Leak.Value);
        Assert.Equal(0.5, Row(Evaluate(Turn, [new PredictedSpan(13, 18, "person_name")]), null).Leak.Value);
    }

    [Fact]
    public void Report_errors_show_the_longest_leak_first()
    {
        var report = Evaluate(
            """{"words":["a","b","c","x"],"spans":[{"start":0,"end":1,"policy":"date"},{"start":1,"end":3,"policy":"location"}]}""",
            [new PredictedSpan(3, 4, "date")],
            errors: 2);
        Assert.Equal(2, report.Errors.Count);
        Assert.Equal((EvaluationErrorKind.Leak, "location", "b c"), (report.Errors[0].Kind, report.Errors[0].Policy, report.Errors[0].Text));
        Assert.Equal("date", report.Errors[1].Policy);
    }

    [Fact]
    public void Report_same_seed_gives_the_same_intervals_that_hold_the_value()
    {
        var evaluator = new Evaluator(s_all);
        for (int index = 0; index < 20; index++)
        {
            var dialogue = DialogueParser.Parse(Encoding.UTF8.GetBytes($$"""{"turns":[{{JohnSmith}}]}"""));
            evaluator.Add(dialogue, [index % 3 == 0 ? [] : [new PredictedSpan(2, 4, "person_name")]]);
        }
        var leak = Row(evaluator.Report(), null).Leak;
        Assert.Equal(leak, Row(evaluator.Report(), null).Leak);
        Assert.InRange(leak.Value, leak.Low, leak.High);
        Assert.True(leak.Low < leak.High);
    }

    [Fact]
    public void Report_nothing_added_gives_no_rows() => Assert.Empty(new Evaluator(s_all).Report().Rows);
}
