using Bleep.Training.Tagger;

namespace Bleep.Training.Tests.Tagger;

/// <summary>A handful of sentences with marked names.</summary>
internal static class TinyCorpus
{
    public static LabelledDocument Document { get; } = new("tiny", false,
    [
        Parse("My name is <0Karel Vondra> and I live in <1Brnovice>."),
        Parse("Is <0Ottilie> there? I can wait a minute."),
        Parse("We flew from <1Trondheim> to <1Porto> with <2Nordvind Air>."),
        Parse("You will get the letter on Monday, I think."),
        Parse("<2Harbor Mutual> sent me the wrong form again."),
        Parse("The train was late and nobody said anything."),
        Parse("This is <0Imre Szabo> speaking, how can I help?"),
        Parse("I need to change the date, please."),
    ]);

    private static LabelledText Parse(string marked)
    {
        var text = new System.Text.StringBuilder();
        var ranges = new List<LabelledRange>();
        int start = 0, kind = 0;
        for (int index = 0; index < marked.Length; index++)
        {
            if (marked[index] == '<')
            {
                (start, kind) = (text.Length, marked[++index] - '0');
            }
            else if (marked[index] == '>')
            {
                ranges.Add(new LabelledRange(start, text.Length, kind));
            }
            else
            {
                text.Append(marked[index]);
            }
        }
        return new LabelledText(text.ToString(), ranges);
    }
}
