namespace RecurrentGpt.Web.Features.Desk;

/// <summary>A line of a menu: a link, or something to do.</summary>
public sealed record DeskMenuItem(string Name)
{
    /// <summary>Where a link leads to, for a download; null for something to do.</summary>
    public string? Href { get; init; }

    public Func<Task> OnChosen { get; init; } = () => Task.CompletedTask;

    public bool IsDisabled { get; init; }

    /// <summary>What it does, in a sentence; null when its name says all.</summary>
    public string? Title { get; init; }
}
