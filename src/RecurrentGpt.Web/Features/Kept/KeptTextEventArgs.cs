namespace RecurrentGpt.Web.Features.Kept;

/// <summary>Tells a text box that the browser has kept a text for it which rests on another one than is stored.</summary>
public sealed class KeptTextEventArgs : EventArgs
{
    /// <summary>The text; empty where it is in the box already.</summary>
    public string Text { get; set; } = "";
}
