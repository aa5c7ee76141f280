using System.Text;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Commands;

/// <summary>Reads the text that an author starts from.</summary>
internal static class OwnOpening
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Empty when no file is named.</summary>
    public static async Task<string> ReadAsync(FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return "";
        }

        var text = await ReadTextAsync(file, cancellationToken);
        return string.IsNullOrWhiteSpace(text) ? throw new UsageException($"{file} is empty; an opening needs some text.")
            : text.Length > StoryLimits.OwnOpening ? throw new UsageException($"{file} is longer than {StoryLimits.OwnOpening} characters; start from its last pages.")
            : text;
    }

    private static async Task<string> ReadTextAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file.FullName, Utf8, cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{file} is not in UTF-8; save it so.");
        }
    }
}
