namespace RecurrentGpt.Faults.Together;

/// <summary>What the interleavings have come to.</summary>
internal sealed class TogetherFigures
{
    public int Acts;
    public int Typed;
    public int Written;
    public int Conflicts;
    public int Blind;
    public int Lost;
    public int Shown;
}
