using RecurrentGpt.Prompts;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>A piece of a message as it is shown, to the letter.</summary>
/// <param name="Kind">What it is; null where the parts of a message were not kept.</param>
public sealed record ShownPart(PartKind? Kind, string Text)
{
    /// <summary>Its tokens, about.</summary>
    public int Tokens { get; } = TokenEstimate.Of(Text);

    /// <summary>The name of its kind, for its words and its tone.</summary>
    public string Name => Kind?.ToString() ?? "Whole";
}
