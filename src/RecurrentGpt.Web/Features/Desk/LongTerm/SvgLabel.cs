using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>Words in a picture. Razor keeps the element's name to itself, so it is made by hand.</summary>
public sealed class SvgLabel : ComponentBase
{
    [Parameter, EditorRequired] public required int X { get; set; }

    [Parameter, EditorRequired] public required int Y { get; set; }

    [Parameter, EditorRequired] public required string Text { get; set; }

    /// <summary>Which end of the words is at X: start, middle or end.</summary>
    [Parameter] public string Anchor { get; set; } = "middle";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddAttribute(3, "text-anchor", Anchor);
        builder.AddAttribute(4, "aria-hidden", "true");
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
