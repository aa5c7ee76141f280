using Microsoft.Extensions.Options;

namespace RecurrentGpt.Web.Storage;

internal sealed class ValidateStorageOptions : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (options.Path.Contains('\0'))
        {
            return ValidateOptionsResult.Fail("Storage:Path is no path: it holds a character that no file name may have.");
        }

        return options.Path.Length == 0 && DataFolder.OfUser.Length == 0
            ? ValidateOptionsResult.Fail("This user has no folder for application data. Set Storage:Path to the folder for your stories.")
            : ValidateOptionsResult.Success;
    }
}
