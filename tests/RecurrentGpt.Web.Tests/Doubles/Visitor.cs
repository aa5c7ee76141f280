using System.Net;
using AngleSharp.Html.Parser;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>A browser without scripts: it keeps cookies, follows no redirect by itself, and sends forms as they stand on their pages.</summary>
internal sealed class Visitor(HttpClient client) : IDisposable
{
    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public Task<string> ReadAsync(string path) => client.GetStringAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path) => client.SendAsync(new HttpRequestMessage(method, path));

    /// <summary>Opens a page, fills in its form and sends it.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) => SubmitFromAsync(path, path, fields);

    /// <summary>The same with a form that goes elsewhere.</summary>
    public async Task<HttpResponseMessage> SubmitFromAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = new HtmlParser().ParseDocument(await ReadAsync(page)).QuerySelectorAll("form").Single(form => (form.GetAttribute("action") ?? page) == action);
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return await client.PostAsync(action, content);
    }

    /// <summary>Where a page leads to who is not let see it; empty when it is shown.</summary>
    public async Task<string> TurnedAwayToAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.StatusCode == HttpStatusCode.Redirect ? PathOf(answer) : "";
    }

    /// <summary>Where an answer leads to on this desk; the whole address where it leads elsewhere.</summary>
    public static string PathOf(HttpResponseMessage answer)
    {
        var here = new Uri("http://localhost/");
        var target = new Uri(here, answer.Headers.Location ?? throw new InvalidOperationException($"It leads nowhere: {answer.StatusCode}."));
        return here.IsBaseOf(target) ? target.PathAndQuery : target.ToString();
    }

    public void Dispose() => client.Dispose();
}
