using Microsoft.AspNetCore.Components;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>A stretch of a paragraph's source that is marked where it is shown, with a sign behind it that can be pressed. The sign has no text: what is shown stays letter for letter.</summary>
/// <param name="Start">Its first code unit in the source.</param>
/// <param name="End">Behind its last one.</param>
/// <param name="Id">Of the sign on the page.</param>
/// <param name="Label">What the sign is called.</param>
/// <param name="Sign">What is drawn of it.</param>
/// <param name="IsOpen">Whether what it opens is open.</param>
/// <param name="OnOpen">Is called when it is pressed.</param>
public sealed record ProseMark(int Start, int End, string Id, string Label, string Sign, bool IsOpen, EventCallback OnOpen);
