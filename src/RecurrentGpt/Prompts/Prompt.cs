using Microsoft.Extensions.AI;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Prompts;

/// <summary>One named piece of a prompt.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its exact text.</param>
public sealed record PromptPart(PartKind Kind, string Text);

/// <summary>
/// Everything that one request sends: a system message that never changes for its form, and a user message made of parts.
/// The messages are the parts joined, so what is shown by part is what is sent.
/// </summary>
public sealed class Prompt
{
    /// <summary>Makes a prompt.</summary>
    /// <param name="form">The sections that it asks for.</param>
    /// <param name="system">The system message: static for the form.</param>
    /// <param name="parts">The parts of the user message, in order.</param>
    public Prompt(ReplyForm form, PromptPart system, IReadOnlyList<PromptPart> parts)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(parts);
        Form = form;
        System = system;
        Parts = parts;
    }

    /// <summary>The sections that the prompt asks for.</summary>
    public ReplyForm Form { get; }

    /// <summary>The system message.</summary>
    public PromptPart System { get; }

    /// <summary>The parts of the user message, in order.</summary>
    public IReadOnlyList<PromptPart> Parts { get; }

    /// <summary>The user message: all parts, joined with nothing between them.</summary>
    public string User => string.Concat(Parts.Select(part => part.Text));

    /// <summary>Whether it sends the same as another one, letter for letter.</summary>
    public bool SaysSameAs(Prompt other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return System.Text == other.System.Text && User == other.User;
    }

    /// <summary>The messages exactly as they go to the model.</summary>
    public IReadOnlyList<ChatMessage> ToMessages() =>
        [new ChatMessage(ChatRole.System, System.Text), new ChatMessage(ChatRole.User, User)];
}
