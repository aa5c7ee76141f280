using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using RecurrentGpt.Play;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Offline;

/// <summary>What a prompt asks of the sample writer, read back out of its messages.</summary>
internal sealed partial record SampleRequest
{
    private const int MostPlans = 9;
    private const int UsualSentences = 20;
    private const int UsualMemorySentences = 20;
    private const int UsualMemoryWords = 500;

    /// <summary>The labels to write, as they were asked for, with the sections they stand for.</summary>
    internal required IReadOnlyList<(string Label, Section Section)> Wanted { get; init; }

    internal required string Title { get; init; }

    internal required string Genre { get; init; }

    internal required string Language { get; init; }

    internal required string Premise { get; init; }

    internal required string Memory { get; init; }

    /// <summary>Sentences of the memory that must stay as they are.</summary>
    internal required IReadOnlyList<string> Locked { get; init; }

    internal required string Recalled { get; init; }

    /// <summary>The last paragraph, or the author's own opening.</summary>
    internal required string LastParagraph { get; init; }

    /// <summary>A paragraph of this very step that stands already (a repair).</summary>
    internal required string NewParagraph { get; init; }

    /// <summary>The paragraph before the author edited it; empty when nothing is read again.</summary>
    internal required string OlderParagraph { get; init; }

    internal required string Plan { get; init; }

    internal required string OfferedPlans { get; init; }

    /// <summary>The passage that is to be written again; empty where none is.</summary>
    internal required string Passage { get; init; }

    internal required string Instruction { get; init; }

    /// <summary>Plans that stand already; new ones are not to be like them.</summary>
    internal required IReadOnlyList<string> StandingPlans { get; init; }

    /// <summary>What the author wishes of new plans.</summary>
    internal required string Wish { get; init; }

    /// <summary>The sentences of a plan that is compared with its paragraph, numbered, one a line.</summary>
    internal required string PlanSentences { get; init; }

    /// <summary>The plans that one is to be chosen of, by their numbers.</summary>
    internal required IReadOnlyDictionary<int, string> Choices { get; init; }

    /// <summary>What the author chose before.</summary>
    internal required string PastChoices { get; init; }

    /// <summary>When an unattended run is to stop.</summary>
    internal required string StopCondition { get; init; }

    internal required int Sentences { get; init; }

    internal required int MemorySentences { get; init; }

    internal required int MemoryWords { get; init; }

    internal required bool NewCharacter { get; init; }

    /// <summary>The whole user message, for seeding.</summary>
    internal required string Message { get; init; }

    /// <summary>Who the reader of a story is that is played; null for one that is written.</summary>
    internal PlayPerson? Person { get; init; }

    /// <summary>What the turn does in its arc.</summary>
    internal SampleArc Arc { get; init; }

    /// <summary>All that the prompt says of the story.</summary>
    internal string Known => string.Concat(Memory, LastParagraph, Recalled, Premise, Title);

    internal bool IsOpening => Memory.Length == 0 && LastParagraph.Length == 0;

    internal static SampleRequest Read(IEnumerable<ChatMessage> messages)
    {
        var message = messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text.ReplaceLineEndings("\n") ?? "";
        var lines = message.Split('\n');
        var task = Task(message);
        var limits = MemoryLimits().Match(task);
        return new SampleRequest
        {
            Message = message,
            Wanted = Labelled(lines.LastOrDefault(line => line.StartsWith(TaskLines.SectionsLead, StringComparison.Ordinal))),
            Title = Part(PartNames.Title),
            Genre = Part(PartNames.Genre),
            Language = Part(PartNames.Language),
            Premise = Part(PartNames.Premise),
            Memory = Part(PartNames.ShortTermMemory) is { Length: > 0 } memory ? memory : Part(PartNames.LongMemory),
            Locked = Part(PartNames.LockedSentences).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Recalled = Part(PartNames.Recalled),
            LastParagraph = Part(PartNames.LastParagraph) is { Length: > 0 } last ? last : Part(PartNames.OwnOpening),
            NewParagraph = Part(PartNames.NewParagraph) is { Length: > 0 } stands ? stands : Part(PartNames.EditedParagraph),
            OlderParagraph = Part(PartNames.OlderParagraph),
            Plan = Part(PartNames.Plan),
            OfferedPlans = Part(PartNames.OfferedPlans),
            Passage = Part(PartNames.Passage),
            Instruction = Part(PartNames.Instruction),
            StandingPlans = [.. ReplyForm.NewPlans.Sections.Select(plan => Part(Labels.Of(plan, ReplyForm.NewPlans))).Where(plan => plan.Length > 0)],
            Wish = Part(PartNames.Wish),
            PlanSentences = Part(PartNames.PlanSentences),
            Choices = Enumerable.Range(1, MostPlans).Select(number => (number, Text: Part(PartNames.OfferedPlan(number)))).Where(plan => plan.Text.Length > 0).ToDictionary(plan => plan.number, plan => plan.Text),
            PastChoices = Part(PartNames.PastChoices),
            StopCondition = Part(PartNames.StopCondition),
            Sentences = Number(ParagraphLength().Match(task), 1, UsualSentences),
            MemorySentences = Number(limits, 1, UsualMemorySentences),
            MemoryWords = Number(limits, 2, UsualMemoryWords),
            Person = PersonIn(task),
            Arc = ArcIn(task),
            NewCharacter = task.Contains(TaskLines.NewCharacter(mayEnter: true), StringComparison.Ordinal),
        };

        string Part(string name) => Marks.TryRead(message, name, out var text) ? text.Trim() : "";
    }

    private static PlayPerson? PersonIn(string task)
    {
        foreach (var person in Enum.GetValues<PlayPerson>())
        {
            if (task.Contains(PlayLines.Person(person), StringComparison.Ordinal) || task.Contains(PlayLines.Choices(person), StringComparison.Ordinal))
            {
                return person;
            }
        }

        return null;
    }

    private static SampleArc ArcIn(string task)
    {
        return Says(PlayLines.Ends) ? SampleArc.Ending
            : Says(PlayLines.Epilogue) ? SampleArc.Epilogue
            : Says(PlayLines.Enters) ? SampleArc.Entry
            : Says(PlayLines.ComesBack) ? SampleArc.Return
            : SampleArc.Action;

        bool Says(string line) => task.Contains(line, StringComparison.Ordinal);
    }

    // From the mark before it to its last line, wherever the author's layout has it.
    private static string Task(string message)
    {
        var lead = message.LastIndexOf('\n' + TaskLines.SectionsLead, StringComparison.Ordinal);
        var end = lead < 0 ? message.Length : lead;
        return message[(message.LastIndexOf("\n=====", Math.Max(0, end - 1), StringComparison.Ordinal) + 1)..end];
    }

    private static List<(string Label, Section Section)> Labelled(string? line)
    {
        var labels = line?[TaskLines.SectionsLead.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var forms = new[] { ReplyForm.Step, ReplyForm.Opening };
        return
        [
            .. from label in labels
               from section in Enum.GetValues<Section>()
               where forms.Any(form => Labels.Of(section, form) == label)
               select (label, section),
        ];
    }

    private static int Number(Match match, int group, int otherwise) =>
        match.Success && int.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    [GeneratedRegex(@": about (?<n>\d{1,3}) sentences", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParagraphLength();

    [GeneratedRegex(@": at most (?<s>\d{1,4}) sentences and (?<w>\d{1,5}) (?:words|characters)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MemoryLimits();
}
