using RecurrentGpt.Prompts;

namespace RecurrentGpt.Web.Features.Desk.Prompts;

/// <summary>One prompt as it is being edited.</summary>
public sealed class PromptEdit
{
    // Providers keep the beginning of a prompt ready from this length on.
    private const int CachedFrom = 1_024;

    private PromptTemplate? _beforeReset;

    public PromptEdit(TemplateForm form, PromptTemplate? saved)
    {
        ArgumentNullException.ThrowIfNull(form);
        Form = form;
        (System, Layout) = saved ?? form.Default;
    }

    public TemplateForm Form { get; }

    public string System { get; set; }

    public string Layout { get; set; }

    /// <summary>Null when it says just what ours says.</summary>
    public PromptTemplate? Own => new PromptTemplate(System, Layout) is var typed && typed == Form.Default ? null : typed;

    public bool CanTakeBack => _beforeReset is not null;

    public int Tokens => TokenEstimate.Of(System);

    /// <summary>Whether the author's words are too short for a cache that ours are long enough for.</summary>
    public bool IsTooShortToCache => Tokens < CachedFrom && TokenEstimate.Of(Form.Default.System) >= CachedFrom;

    public IReadOnlyList<TemplateProblem> Problems => TemplateCheck.Problems(Form, new PromptTemplate(System, Layout));

    /// <summary>Puts our words in; the author's can be taken back.</summary>
    public void Reset()
    {
        _beforeReset = new PromptTemplate(System, Layout);
        (System, Layout) = Form.Default;
    }

    public void TakeBack()
    {
        if (_beforeReset is { } before)
        {
            (System, Layout) = before;
            _beforeReset = null;
        }
    }
}
