namespace RecurrentGpt.Web.Features.Desk.Marks;

/// <summary>A text that the author puts on a paragraph.</summary>
public enum MarkKind
{
    /// <summary>The heading of the chapter that begins with it.</summary>
    Chapter,

    /// <summary>A note to self.</summary>
    Note,
}
