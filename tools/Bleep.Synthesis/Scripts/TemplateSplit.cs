namespace Bleep.Synthesis.Scripts;

/// <summary>Which templates (and values of word lists) a generator may use.</summary>
public enum TemplateSplit
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>Only what is not held out: for training.</summary>
    Training,

    /// <summary>Only held-out templates, with many held-out values: for measuring on what training never saw.</summary>
    Heldout,
}
