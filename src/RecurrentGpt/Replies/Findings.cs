namespace RecurrentGpt.Replies;

/// <summary>What was read, before it is judged.</summary>
/// <param name="Sections">Each section with its text.</param>
/// <param name="Open">The section that runs to the end of the text, so that its end may be missing; null when another label ended the last one.</param>
/// <param name="HasLabels">Whether any label of the form was seen.</param>
/// <param name="IsCut">Whether the form of the text itself shows that its end is missing.</param>
internal sealed record Findings(IReadOnlyDictionary<Section, string> Sections, Section? Open, bool HasLabels, bool IsCut = false)
{
    internal bool Covers(ReplyForm form) => form.Required.All(Sections.ContainsKey);
}
