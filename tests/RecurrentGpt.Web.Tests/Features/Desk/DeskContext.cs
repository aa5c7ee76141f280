using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Lookahead;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Repetition;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Features.Desk.Lookahead;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Repetition;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Tests.Features.Desk.Autopilot;
using RecurrentGpt.Web.Tests.Features.Desk.Marks;
using RecurrentGpt.Web.Tests.Features.Desk.ShortTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk;

/// <summary>What every part of the desk needs, and the eyes of a reader: buttons by their names.</summary>
public abstract class DeskContext : BunitContext
{
    protected DeskContext()
    {
        Store = new ShelfStore(Chat);
        Indexer = Samples.Indexer(Store, Store, Shelf, Clock);
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<FailureText>();
        Services.AddScoped<DeskStatus>();
        Services.AddSingleton<ParagraphMenu>();
        Services.AddLogging();
        Services.AddSingleton(Store).AddSingleton(Shelf);
        Services.AddSingleton(Indexer).AddOwn<IndexingDesk>();
        Services.AddSingleton(new StepPreviews(Store, Store, Shelf, new RecurrenceOptions(), Clock));
        Services.AddScoped<PlanRecalls>();
        Lookahead = Samples.Lookahead(Store, LeftAhead, Store, Shelf, Indexer, Clock);
        Services.AddSingleton(Lookahead).AddScoped<DeskLookahead>().AddSingleton<ILookaheadStore>(LeftAhead);
        Services.AddSingleton(_ => new RepetitionWatch(Store, Store, Shelf));
        Services.AddScoped<RepetitionDesk>();
        ShortTerm.AddTo(Services);
        Marks.AddTo(Services);
        Autopilot.AddTo(Services);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected FakeClock Clock { get; } = new();

    /// <summary>What long-term memory is read from; each story has its entries.</summary>
    protected ShelfStore Store { get; }

    /// <summary>What the store's model says.</summary>
    protected ScriptedChat Chat { get; } = new();

    protected MemoryShelf Shelf { get; } = new();

    protected MemoryIndexer Indexer { get; }

    protected LookaheadRunner Lookahead { get; }

    protected LeftAhead LeftAhead { get; } = new();

    private protected ShortTermDoubles ShortTerm { get; } = new();

    private protected MarkDoubles Marks { get; } = new();

    private protected AutopilotDoubles Autopilot { get; } = new();

    protected static IElement Button<T>(IRenderedComponent<T> part, string name)
        where T : IComponent => Buttons(part).Single(button => Name(button) == name);

    /// <summary>Presses a button where the part may be drawn again at any moment: looking and pressing are one.</summary>
    protected static Task PressAsync<T>(IRenderedComponent<T> part, string name)
        where T : IComponent => part.InvokeAsync(() => Button(part, name).Click());

    protected static IEnumerable<string> Names<T>(IRenderedComponent<T> part)
        where T : IComponent => Buttons(part).Select(Name);

    /// <summary>What the menu of a paragraph offers.</summary>
    protected IReadOnlyList<string> MenuOf(DraftParagraph paragraph) =>
        [.. Services.GetRequiredService<ParagraphMenu>().Items(paragraph, DeskSamples.View, _ => Task.CompletedTask).Select(item => item.Name)];

    private static IEnumerable<IElement> Buttons<T>(IRenderedComponent<T> part)
        where T : IComponent => part.FindAll("button");

    private static string Name(IElement button) => button.GetAttribute("aria-label") ?? button.TextContent.Trim();
}
