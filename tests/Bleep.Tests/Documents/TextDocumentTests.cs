using Bleep.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Tests.Documents;

public sealed class TextDocumentTests
{
    private static (string Speaker, string Words)[] Cut(string text) =>
    [
        .. TextDocument.Cut(text).Select(piece => (text[piece.Speaker.Start..piece.Speaker.End], text[piece.Words.Start..piece.Words.End])),
    ];

    [Fact]
    public void Cut_prose_is_one_turn() => Assert.Equal([("", "Dear John,\n\nNote: this\nis it.\n")], Cut("Dear John,\n\nNote: this\nis it.\n"));

    [Fact]
    public void Cut_dialogue_is_cut_at_its_speakers() => Assert.Equal(
        [("", "A call\n"), ("Agent", " Name?\n"), ("Max M.", " Max,\n I said.\n"), ("Agent", " Ok")],
        Cut("A call\nAgent: Name?\n  Max M.: Max,\n I said.\nAgent: Ok"));

    [Fact]
    public void Cut_empty_text_is_one_empty_turn() => Assert.Equal([("", "")], Cut(""));

    [Fact]
    public void Cut_any_text_is_in_order_and_inside() => Prop.ForAll<NonNull<string>>(text =>
    {
        string dialogue = string.Join('\n', text.Get.Chunk(3).Select((chunk, index) => $"S{index}: {new string(chunk)}"));
        int last = 0;
        foreach (var piece in TextDocument.Cut(dialogue))
        {
            if (piece.Words.Start < last || piece.Words.End < piece.Words.Start || piece.Words.End > dialogue.Length)
            {
                return false;
            }
            last = piece.Words.End;
        }
        return last == dialogue.Length;
    }).QuickCheckThrowOnFailure();
}
