using RecurrentGpt.Play;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Play;

/// <summary>What a reader does with a story: each is a turn of the session that writes it, or a move in its tree.</summary>
internal sealed class PlayDesk(WritingSession session, PlayRuns runs, PlayBridge bridge)
{
    /// <summary>Does what is offered.</summary>
    public Task ChooseAsync(PlayChoice choice) => session.RunAsync(view => PlayRuns.OfChoice(view, choice));

    /// <summary>Does what was typed.</summary>
    public Task ActAsync() => session.RunAsync(PlayRuns.OfAction);

    /// <summary>Brings the story to its end now.</summary>
    public Task EndAsync() => session.RunAsync(runs.OfEnding);

    public Task TellEpilogueAsync() => session.RunAsync(runs.OfEpilogue);

    /// <summary>Comes back into a story that has ended.</summary>
    public Task PlayOnAsync(PlaySettings play) => session.RunAsync(view => runs.OfEntry(view, play));

    /// <summary>Enters the story after a step. Nothing is begun when the story cannot stand on it.</summary>
    public async Task BeginAsync(Guid stepId, PlaySettings play)
    {
        if (session.View.Draft?.Head?.Id != stepId)
        {
            await session.GoAsync(stepId);
        }

        await session.RunAsync(view => view.Draft?.Head?.Id == stepId ? runs.OfEntry(view, play) : null);
    }

    /// <summary>Goes back before a turn, so that it is chosen anew. What was played stays, as a branch of the tree.</summary>
    public Task ReplayAsync(PlayPassage turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn is { CanReplay: true, ParentId: { } parentId } ? session.GoAsync(parentId) : Task.CompletedTask;
    }

    /// <summary>Makes what was played easy to find in the draft.</summary>
    public Task SendToDraftAsync() => session.View.Draft?.Head is { } head ? bridge.SendToDraftAsync(head.Id) : Task.CompletedTask;
}
