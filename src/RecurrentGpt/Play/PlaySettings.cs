using System.Diagnostics.CodeAnalysis;

namespace RecurrentGpt.Play;

/// <summary>How many turns a story that is played has until its ending.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "Short and long are what a reader calls them.")]
public enum PlayLength
{
    /// <summary>12 turns.</summary>
    Short,

    /// <summary>30 turns.</summary>
    Medium,

    /// <summary>80 turns.</summary>
    Long,

    /// <summary>No ending, until the reader asks for one.</summary>
    Endless,
}

/// <summary>Who the reader is in the text.</summary>
public enum PlayPerson
{
    /// <summary>"You open the door."</summary>
    Second,

    /// <summary>"I open the door."</summary>
    First,
}

/// <summary>How a story is played.</summary>
public sealed record PlaySettings
{
    /// <summary>Turns until the ending.</summary>
    public PlayLength Length { get; init; } = PlayLength.Medium;

    /// <summary>Who the reader is in the text.</summary>
    public PlayPerson Person { get; init; } = PlayPerson.Second;
}
