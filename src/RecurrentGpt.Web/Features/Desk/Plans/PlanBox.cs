using Microsoft.AspNetCore.Components;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Plans;

/// <summary>A box that holds a plan, with what the plan in it would recall.</summary>
public abstract class PlanBox : ComponentBase, IDisposable
{
    private PlanRecall? _recall;

    /// <summary>The step that the plan goes on from.</summary>
    [Parameter, EditorRequired]
    public required Step Head { get; set; }

    [Inject]
    private PlanRecalls Recalls { get; set; } = null!;

    protected PlanRecall Recall => _recall ??= Recalls.New(() => _ = InvokeAsync(StateHasChanged));

    /// <summary>The plan as it is typed.</summary>
    protected abstract string Typed { get; }

    protected override void OnParametersSet() => Recall.Follow(Head.StoryId, Head.Id, Typed);

    public void Dispose()
    {
        _recall?.Dispose();
        GC.SuppressFinalize(this);
    }
}
