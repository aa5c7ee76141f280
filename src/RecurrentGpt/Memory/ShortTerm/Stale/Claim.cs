namespace RecurrentGpt.Memory.ShortTerm.Stale;

/// <summary>One thing that a sentence plainly says: that something is lit or not, open or not, held by somebody or not.</summary>
/// <param name="Aspect">What is said of it; "open", "alive", "holds".</param>
/// <param name="Value">Whether it is so.</param>
/// <param name="Head">The word for the thing.</param>
/// <param name="Modifiers">What tells it from other such things: "cellar" of the cellar door.</param>
/// <param name="Object">What is held, or where it is; empty for other aspects.</param>
internal sealed record Claim(string Aspect, bool Value, string Head, HashSet<string> Modifiers, string Object = "")
{
    /// <summary>Whether both are about the same of the same thing.</summary>
    internal bool SpeaksOf(Claim other) =>
        Aspect == other.Aspect && Head == other.Head && Object == other.Object
        && (Modifiers.Count == 0 || other.Modifiers.Count == 0 || Modifiers.Overlaps(other.Modifiers));
}
