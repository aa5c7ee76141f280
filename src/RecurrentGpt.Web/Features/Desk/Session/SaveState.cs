namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>How a text that the author types stands to what is stored.</summary>
public enum SaveState
{
    Saved,
    Typing,
    Saving,

    /// <summary>Another tab saved first; both texts are kept until the author chooses.</summary>
    Conflict,

    /// <summary>The store refused; the text is still here, and is tried again by itself.</summary>
    Failed,
}
