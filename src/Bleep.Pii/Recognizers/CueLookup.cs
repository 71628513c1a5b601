using Bleep.Pii.Detection;
using Bleep.Pii.Languages;

namespace Bleep.Pii.Recognizers;

/// <summary>Asks the dialogue which value is announced at a place.</summary>
internal static class CueLookup
{
    // A value stands near the words that announce it.
    private const int Reach = 14;

    /// <summary>
    /// The cue of a shape that announces the value at a token: the nearest one before it in the turn, else a question that is
    /// still open; null when neither is there.
    /// </summary>
    public static Cue? Nearest(DetectionContext context, int token, ValueShape shape) => Nearest(context, token, shape, shape);

    /// <summary>Like <see cref="Nearest(DetectionContext, int, ValueShape)"/>, for two shapes.</summary>
    public static Cue? Nearest(DetectionContext context, int token, ValueShape shape, ValueShape other)
    {
        int turn = context.Stream[token].Turn;
        Cue? found = null;
        foreach (ref readonly var hit in context.Cues.HitsBefore(turn, token))
        {
            if (hit.End > token)
            {
                break;
            }
            if ((hit.Cue.Shape == shape || hit.Cue.Shape == other) && token - hit.End <= Reach)
            {
                found = hit.Cue;
            }
        }
        if (found is not null)
        {
            return found;
        }
        foreach (ref readonly var expectation in context.Cues.ExpectationsOf(turn))
        {
            if (expectation.Cue.Shape == shape || expectation.Cue.Shape == other)
            {
                return expectation.Cue;
            }
        }
        return null;
    }
}
