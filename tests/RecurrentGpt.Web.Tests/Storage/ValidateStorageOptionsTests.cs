using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class ValidateStorageOptionsTests
{
    [Fact]
    public void Validate_ProperPath_Succeeds()
    {
        var result = new ValidateStorageOptions().Validate(null, new StorageOptions { Path = "/data" });

        Assert.True(result.Succeeded);
    }

    [Fact]
    public void Validate_PathThatNoSystemTakes_NamesTheSetting()
    {
        var result = new ValidateStorageOptions().Validate(null, new StorageOptions { Path = "/da\0ta" });

        Assert.True(result.Failed);
        Assert.Contains("Storage:Path", result.FailureMessage, StringComparison.Ordinal);
    }
}
