namespace RecurrentGpt.Autopilot;

/// <summary>The seam between an unattended run and what is stored of it. Each method is one transaction.</summary>
public interface IAutopilotStore
{
    /// <summary>Stores a new run in state <see cref="AutopilotState.Running"/>; one of the same story that could be resumed is stopped for good.</summary>
    /// <exception cref="InvalidOperationException">The story is not there, or has a running one.</exception>
    Task BeginAsync(AutopilotRecord record, CancellationToken cancellationToken);

    /// <summary>Stores how a run stands: order, state, time worked and fuse. Its other values never change.</summary>
    Task SaveAsync(AutopilotRecord record, CancellationToken cancellationToken);

    /// <summary>The latest run of a story, with what it has written and used; null when it never had one.</summary>
    Task<AutopilotRecord?> FindLatestAsync(Guid storyId, CancellationToken cancellationToken);

    /// <summary>What a run has written and used so far.</summary>
    Task<AutopilotSpent> ReadSpentAsync(Guid autopilotId, CancellationToken cancellationToken);
}
