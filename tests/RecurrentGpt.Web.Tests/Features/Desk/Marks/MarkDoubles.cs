using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Marks;

namespace RecurrentGpt.Web.Tests.Features.Desk.Marks;

/// <summary>What marks stand on: it keeps what the author did, in words.</summary>
internal sealed class MarkDoubles
{
    public List<string> Done { get; } = [];

    /// <summary>What the next save comes to; null when it cannot be made now.</summary>
    public SaveResult? Answer { get; set; } = new(Saved: true, 1, "");

    public void AddTo(IServiceCollection services) => services.AddScoped(_ => new MarkDesk(new MarkActs(LockAsync, SaveAsync, LockSentencesAsync)));

    private Task LockAsync(Guid stepId, bool isLocked)
    {
        Done.Add(isLocked ? "lock" : "unlock");
        return Task.CompletedTask;
    }

    private Task<SaveResult?> SaveAsync(DraftParagraph before, MarkKind kind, string text)
    {
        Done.Add($"{kind} of {before.Number} at {before.MarksVersion}: {text}");
        return Task.FromResult(Answer);
    }

    private Task LockSentencesAsync(Guid stepId, IReadOnlyList<string> sentences, bool isLocked)
    {
        Done.AddRange(sentences.Select(sentence => $"{(isLocked ? "lock" : "unlock")} {sentence}"));
        return Task.CompletedTask;
    }
}
