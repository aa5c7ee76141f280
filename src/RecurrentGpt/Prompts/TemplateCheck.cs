using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The rules of prompts in an author's words: nothing that the recurrence lives on may be lost.</summary>
public static class TemplateCheck
{
    /// <summary>What is wrong with the prompts of a story; empty when all can be used. What is null is ours, and well.</summary>
    public static IReadOnlyList<TemplateProblem> Problems(StoryPrompts prompts)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        return [.. Of(TemplateForm.Step, prompts.Step), .. Of(TemplateForm.NewPlans, prompts.NewPlans)];

        static IReadOnlyList<TemplateProblem> Of(TemplateForm form, PromptTemplate? template) => template is null ? [] : Problems(form, template);
    }

    /// <summary>What is wrong with a template: first the system message, then the layout, each in its own order.</summary>
    public static IReadOnlyList<TemplateProblem> Problems(TemplateForm form, PromptTemplate template)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(template);
        return [.. InSystem(form, template.System), .. InLayout(form, template.Layout)];
    }

    private static IEnumerable<TemplateProblem> InSystem(TemplateForm form, string system)
    {
        if (string.IsNullOrWhiteSpace(system))
        {
            return [new(TemplateProblemKind.SystemEmpty, "")];
        }

        var missing = form.Labels.Where(label => !TemplateForm.Names(system, label)).Select(label => new TemplateProblem(TemplateProblemKind.LabelMissing, label));
        return system.Length > StoryLimits.PromptSystem ? [new(TemplateProblemKind.SystemTooLong, ""), .. missing] : missing;
    }

    private static IEnumerable<TemplateProblem> InLayout(TemplateForm form, string layout)
    {
        if (layout.Length > StoryLimits.PromptLayout)
        {
            yield return new(TemplateProblemKind.LayoutTooLong, "");
        }

        var lines = LayoutLine.Split(layout).ToList();
        foreach (var part in form.Parts)
        {
            if (InPart(part, lines) is { } kind)
            {
                yield return new(kind, part);
            }
        }

        foreach (var unknown in lines.Select(line => line.Name).OfType<string>().Except(form.Parts))
        {
            yield return new(TemplateProblemKind.PartUnknown, unknown);
        }
    }

    private static TemplateProblemKind? InPart(string part, List<LayoutLine> lines)
    {
        var name = LayoutNames.InBraces(part);
        var isInWords = lines.Exists(line => line.Name is null && line.Text.Contains(name, StringComparison.Ordinal));
        return lines.Count(line => line.Name == part) switch
        {
            _ when isInWords => TemplateProblemKind.PartNotAlone,
            0 => TemplateProblemKind.PartMissing,
            1 => null,
            _ => TemplateProblemKind.PartTwice,
        };
    }
}
