using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Features.Desk;

/// <summary>What every part of the desk needs, and the eyes of a reader: buttons by their names.</summary>
public abstract class DeskContext : BunitContext
{
    protected DeskContext()
    {
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<FailureText>();
        Services.AddScoped<DeskStatus>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected FakeClock Clock { get; } = new();

    protected static IElement Button<T>(IRenderedComponent<T> part, string name)
        where T : IComponent => Buttons(part).Single(button => Name(button) == name);

    protected static IEnumerable<string> Names<T>(IRenderedComponent<T> part)
        where T : IComponent => Buttons(part).Select(Name);

    private static IEnumerable<IElement> Buttons<T>(IRenderedComponent<T> part)
        where T : IComponent => part.FindAll("button");

    private static string Name(IElement button) => button.GetAttribute("aria-label") ?? button.TextContent.Trim();
}
