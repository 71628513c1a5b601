namespace Bleep.Synthesis.Scripts;

/// <summary>A part of a template's line.</summary>
internal abstract record TemplateNode;

/// <summary>Words that are said as they stand.</summary>
/// <param name="Text">Lower case; words in capitals are read letter by letter.</param>
internal sealed record LiteralNode(string Text) : TemplateNode;

/// <summary>Parts one after the other.</summary>
/// <param name="Parts">The parts.</param>
internal sealed record SequenceNode(IReadOnlyList<TemplateNode> Parts) : TemplateNode;

/// <summary>One of several parts, each as likely as the others.</summary>
/// <param name="Options">The parts to choose from.</param>
internal sealed record ChoiceNode(IReadOnlyList<TemplateNode> Options) : TemplateNode;

/// <summary>A part that is left out half of the time.</summary>
/// <param name="Part">The part.</param>
internal sealed record OptionalNode(TemplateNode Part) : TemplateNode;

/// <summary>A value of the call.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Instance">0 for the first of its kind.</param>
/// <param name="Form">Which part or manner.</param>
/// <param name="Policy">A policy in place of the value's own, or null.</param>
/// <param name="IsOptional">Whether finding it counts neither way.</param>
internal sealed record SlotNode(string Kind, int Instance, string Form, string? Policy, bool IsOptional) : TemplateNode;

/// <summary>Private words that stand in the template itself.</summary>
/// <param name="Policy">Wire name, or <c>-</c> for words that count neither way under any policy.</param>
/// <param name="IsOptional">Whether finding it counts neither way.</param>
/// <param name="Written">The written form.</param>
/// <param name="Spoken">The spoken form.</param>
internal sealed record MarkNode(string Policy, bool IsOptional, string Written, string Spoken) : TemplateNode;
