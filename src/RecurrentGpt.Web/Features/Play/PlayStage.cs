namespace RecurrentGpt.Web.Features.Play;

/// <summary>Where a reader is in a story that is played.</summary>
public enum PlayStage
{
    /// <summary>It has no opening yet.</summary>
    Opening,

    /// <summary>It was not played here so far, and the reader may enter.</summary>
    Start,

    /// <summary>The reader acts.</summary>
    Choosing,

    /// <summary>The story answers.</summary>
    Writing,

    /// <summary>It has come to its end.</summary>
    Ended,

    /// <summary>Its epilogue is told.</summary>
    Told,
}
