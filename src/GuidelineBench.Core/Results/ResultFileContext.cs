using System.Text.Json.Serialization;
using GuidelineBench.Core.Results.Reading;

namespace GuidelineBench.Core.Results;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(WholeNumber32Converter), typeof(WholeNumber64Converter), typeof(TimeConverter)])]
[JsonSerializable(typeof(ResultFile))]
internal sealed partial class ResultFileContext : JsonSerializerContext;
