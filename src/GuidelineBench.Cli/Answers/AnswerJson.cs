using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GuidelineBench.Cli.Answers;

/// <summary>Answers of <c>--format json</c>.</summary>
internal static class AnswerJson
{
    // The default encoder writes apostrophes and arrows as escapes; an answer is read by people too and never put into a page.
    private static readonly JsonSerializerOptions Options = new(AnswerContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Serialize<T>(T answer) => JsonSerializer.Serialize(answer, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));
}
