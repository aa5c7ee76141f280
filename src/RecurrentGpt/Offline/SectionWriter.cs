using RecurrentGpt.Replies;

namespace RecurrentGpt.Offline;

/// <summary>Gives each section to the writer whose work it is.</summary>
internal sealed class SectionWriter
{
    private readonly SampleRequest _request;
    private readonly ulong _seed;
    private readonly Stage _stage;
    private readonly Lazy<MemoryChange> _memory;
    private readonly Lazy<IReadOnlyList<string>> _plans;
    private readonly Lazy<PlanChooser> _choice;
    private readonly OpeningWriter _opening;

    internal SectionWriter(SampleRequest request, Stage stage, ulong seed)
    {
        _request = request;
        _seed = seed;
        _stage = stage;
        _opening = new OpeningWriter(request, stage);
        _memory = new(() => request.OlderParagraph.Length > 0 ? new RereadMemory(request, stage).Write() : new MemoryWriter(request, stage).Write());
        _choice = new(() => new PlanChooser(request, stage));
        _plans = new(() => request.Person is { } person ? ActionWriter.Write(request, stage, person) : PlanWriter.Write(request, stage));
    }

    internal string Write(Section section) => section switch
    {
        Section.Name => _opening.Title(),
        Section.Outline => _opening.Outline(),
        Section.Paragraph1 => _opening.Paragraph(0),
        Section.Paragraph2 => _opening.Paragraph(1),
        Section.Paragraph3 => _opening.Paragraph(2),
        Section.Paragraph when _request.Person is not null => new PlayWriter(_request, _stage).Write(),
        Section.Paragraph => ParagraphWriter.Write(_stage, _stage.Now(), Events.Of(_request, _stage), _request.Sentences, _request.LastParagraph),
        Section.ParagraphSummary => Events.Summary(_request, _stage),
        Section.Rationale => _memory.Value.Rationale,
        Section.Memory => _memory.Value.Memory,
        Section.RewrittenPassage => PassageWriter.Write(_request, _seed),
        Section.Coverage => CoverageReader.Write(_request),
        Section.Choice => _choice.Value.Number(),
        Section.ChoiceReason => _choice.Value.Reason(),
        Section.FollowedChoice => _choice.Value.Followed(),
        Section.RevisedPlan => PlanReviser.Write(_request, _stage, _choice.Value.Chosen),
        Section.Verdict => ConditionReader.Find(_request, _stage.Voice).Length > 0 ? "yes" : "no",
        Section.VerdictPassage => ConditionReader.Find(_request, _stage.Voice) is { Length: > 0 } passage ? $"\"{passage}\"" : "none",
        Section.ExtendedParagraph => ParagraphExtender.Write(_request, _stage),
        _ => _plans.Value[section - Section.Instruction1],
    };
}
