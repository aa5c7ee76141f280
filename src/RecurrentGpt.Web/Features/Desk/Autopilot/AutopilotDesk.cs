using Microsoft.Extensions.Localization;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>Unattended runs at one desk: does what the author asks, and says in words why it could not be done.</summary>
internal sealed partial class AutopilotDesk(AutopilotActs acts, FailureText failures, IStringLocalizer<AutopilotText> text, ILogger<AutopilotDesk> logger)
{
    /// <summary>Starts a run, or goes on with the one that is held, when all that was typed is stored.</summary>
    /// <returns>Why it was refused; null when it writes.</returns>
    public Task<string?> BeginAsync(DeskView view, AutopilotOrder? order, bool isHeld) => TryAsync(view, async storyId =>
    {
        await (view.Edits?.FlushAsync() ?? Task.CompletedTask);
        if (view.Edits is { IsSaved: false })
        {
            return text["NotSaved"];
        }

        await (isHeld ? acts.ResumeAsync(storyId, order) : acts.StartAsync(storyId, order ?? new AutopilotOrder()));
        return null;
    });

    /// <summary>Asks for what is to happen once the paragraph that is being written has ended.</summary>
    public void Ask(DeskView view, AfterStep afterStep)
    {
        if (view.Draft is { Story.Id: var storyId })
        {
            acts.Ask(storyId, afterStep);
        }
    }

    /// <returns>Why it was refused; null when the desk is the author's.</returns>
    public Task<string?> TakeOverAsync(DeskView view) => TryAsync(view, acts.TakeOverAsync);

    /// <returns>Why it was refused; null when it has ended.</returns>
    public Task<string?> StopAsync(DeskView view) => TryAsync(view, acts.StopAsync);

    public Task<ModelSettings> ReadSettingsAsync(CancellationToken cancellationToken) => acts.ReadSettingsAsync(cancellationToken);

    private Task<string?> TryAsync(DeskView view, Func<Guid, Task> act) => TryAsync(view, async storyId =>
    {
        await act(storyId);
        return null;
    });

    private async Task<string?> TryAsync(DeskView view, Func<Guid, Task<string?>> act)
    {
        if (view.Draft is not { Story.Id: var storyId })
        {
            return null;
        }

        try
        {
            return await act(storyId);
        }
        catch (FailureException e)
        {
            return failures.Of(e.Failure);
        }
        catch (InvalidOperationException e)
        {
            LogRefused(e, storyId);
            return text["Refused"];
        }
    }

    [LoggerMessage(LogLevel.Information, "Autopilot of story {StoryId} could not do what was asked")]
    private partial void LogRefused(Exception exception, Guid storyId);
}
