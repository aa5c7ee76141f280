namespace RecurrentGpt.Prompts;

/// <summary>
/// A rough count of tokens without a tokenizer: four letters a token in scripts with spaces, one character a token in Chinese, Japanese and Korean.
/// Good for budgets and for showing sizes; what a provider counted is shown wherever it is known.
/// </summary>
public static class TokenEstimate
{
    private const int LettersAToken = 4;

    /// <summary>Tokens that <paramref name="text"/> takes, about.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int wide = 0, narrow = 0;
        foreach (var c in text)
        {
            if (c >= '\u2E80')
            {
                wide++;
            }
            else
            {
                narrow++;
            }
        }

        return wide + ((narrow + LettersAToken - 1) / LettersAToken);
    }
}
