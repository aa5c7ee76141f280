using System.Text;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Commands;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Commands;

public sealed class OwnOpeningTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Read_NoFile_GivesNoText() => Assert.Empty(await OwnOpening.ReadAsync(null, CancellationToken.None));

    [Fact]
    public async Task Read_FileWithByteOrderMark_LeavesTheMarkOut() =>
        Assert.Equal("雨夜。\n", await ReadAsync([.. Encoding.UTF8.Preamble, .. "雨夜。\n"u8]));

    [Fact]
    public async Task Read_NothingButSpace_IsRefused() => await RefusesAsync("is empty", " \n"u8.ToArray());

    [Fact]
    public async Task Read_OtherEncoding_IsRefused() => await RefusesAsync("is not in UTF-8", Encoding.Latin1.GetBytes("Café"));

    [Fact]
    public async Task Read_TooMuch_IsRefused() => await RefusesAsync("is longer than", Encoding.UTF8.GetBytes(new string('x', StoryLimits.OwnOpening + 1)));

    public void Dispose() => _folder.Dispose();

    private async Task RefusesAsync(string expected, byte[] content)
    {
        var refusal = await Assert.ThrowsAsync<UsageException>(() => ReadAsync(content));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(byte[] content)
    {
        var file = Path.Combine(_folder.Path, "opening.txt");
        await File.WriteAllBytesAsync(file, content);

        return await OwnOpening.ReadAsync(new FileInfo(file), CancellationToken.None);
    }
}
