using Microsoft.Extensions.DependencyInjection.Extensions;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Features.Desk.Compare;
using RecurrentGpt.Web.Features.Desk.Edits;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Features.Desk.Lookahead;
using RecurrentGpt.Web.Features.Desk.Marks;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Prompts;
using RecurrentGpt.Web.Features.Desk.Repetition;
using RecurrentGpt.Web.Features.Desk.Roads;
using RecurrentGpt.Web.Features.Desk.Sent;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Desk.ShortTerm;
using RecurrentGpt.Web.Features.Desk.TimeTravel;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Layout;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Features.Desk;

internal static class DeskServices
{
    /// <summary>One writing session a circuit.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOwn<EntryStore>();
        services.TryAddSingleton(Random.Shared);
        services.TryAddScoped<NextToss>();
        services.TryAddScoped<PlanRecalls>();
        services.TryAddScoped<RecallUses>();
        services.AddOwn<Bench>();
        services.AddOwn<IndexingDesk>();
        services.TryAddSingleton<TypedTexts>();
        services.AddOwn<WritingSession>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ITypedText, WritingSession>(provider => provider.GetRequiredService<WritingSession>()));
        services.TryAddScoped<DeskStatus>();
        services.TryAddSingleton<ParagraphMenu>();
        services.TryAddScoped<PromptDrafts>();
        services.TryAddScoped<MarkStore>();
        services.TryAddScoped(provider => MarkActs.At(provider.GetRequiredService<WritingSession>(), provider.GetRequiredService<MarkStore>()));
        services.TryAddScoped<MarkDesk>();
        services.AddOwn<RepetitionDesk>();
        services.TryAddScoped<PromptStore>();
        services.TryAddScoped<RoadStore>();
        services.TryAddScoped<SentStore>();
        services.TryAddScoped<SentPreviews>();
        services.TryAddScoped<CompareStore>();
        services.TryAddScoped<TimeTravelStore>();
        services.TryAddScoped<ProposalStore>();
        services.TryAddScoped<RevisionStore>();
        services.AddAutopilot();
        services.AddLookahead();
        services.AddShortTerm();
        services.AddTree();
        return services;
    }
}
