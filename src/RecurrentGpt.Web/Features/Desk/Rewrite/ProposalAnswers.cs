using RecurrentGpt.Stories.Changes;

namespace RecurrentGpt.Web.Features.Desk.Rewrite;

/// <summary>Which changes of a proposal the author has accepted and rejected so far.</summary>
public sealed class ProposalAnswers(TextChanges changes)
{
    private readonly Dictionary<int, bool> _answers = [];

    public int Count => changes.Hunks;

    public int Answered => _answers.Count;

    public bool AllAnswered => _answers.Count == changes.Hunks;

    public bool AnyAccepted => _answers.ContainsValue(true);

    /// <summary>True for accepted, false for rejected, null for neither.</summary>
    public bool? Of(int hunk) => _answers.TryGetValue(hunk, out var isAccepted) ? isAccepted : null;

    public void Answer(int hunk, bool isAccepted) => _answers[hunk] = isAccepted;

    public void AnswerAll(bool isAccepted)
    {
        for (var hunk = 0; hunk < changes.Hunks; hunk++)
        {
            _answers[hunk] = isAccepted;
        }
    }

    /// <summary>The next change that has no answer, after the given one and then from the start; the given one when there is none.</summary>
    public int NextOpen(int from) =>
        Enumerable.Range(1, changes.Hunks).Select(step => (from + step) % changes.Hunks).Where(hunk => Of(hunk) is null).DefaultIfEmpty(from).First();

    /// <summary>The passage with what was accepted; what has no answer is left as it was.</summary>
    public string Apply() => changes.Apply([.. _answers.Where(answer => answer.Value).Select(answer => answer.Key)]);
}
