using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Files;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>The image that a file takes.</summary>
/// <param name="IsLast">Whether its channels come last.</param>
/// <param name="Images">How many at once; null where that is open.</param>
internal sealed record InputShape(MapShape Map, bool IsLast, int? Images)
{
    private const int MostColours = 4;

    /// <param name="size">Where the file leaves it open.</param>
    /// <exception cref="OnnxFileException">It is no image, or open where it has to be said.</exception>
    public static InputShape Of(FileGraph file, (int Height, int Width)? size)
    {
        TypeProto.Types.Tensor? type = file.Input.Type?.TensorType;
        if (type?.Shape is not { Dim: { Count: 4 } sides })
            throw new OnnxFileException(file.Name, "its input is no image", "images x channels x height x width");
        if ((TensorProto.Types.DataType)type.ElemType is not (TensorProto.Types.DataType.Float or TensorProto.Types.DataType.Float16 or TensorProto.Types.DataType.Bfloat16 or TensorProto.Types.DataType.Double))
            throw new OnnxFileException(file.Name, "its input is not of floating-point numbers", "float32, float16 or float64");
        long?[] numbers = [.. sides.Select(side => side.DimValue > 0 ? side.DimValue : (long?)null)];
        bool isLast = IsChannelsLast(file, numbers);
        int channels = isLast ? 3 : 1, height = isLast ? 1 : 2;
        if (numbers[channels] is not { } colours)
            throw new OnnxFileException(file.Name, "the number of its input's channels is open", "a number in the file");
        if (numbers.Any(number => number > WindowShape.LargestSide))
            throw Refused($"its input is {string.Join('x', numbers.Select(number => number ?? 0))}", $"sides of up to {WindowShape.LargestSide}");
        if (size is { } given && ((numbers[height] ?? given.Height) != given.Height || (numbers[height + 1] ?? given.Width) != given.Width))
            throw Refused($"its images are of {numbers[height]}x{numbers[height + 1]}", $"that size, or a file that leaves it open");
        int rows = (int?)numbers[height] ?? size?.Height ?? throw Open("height", height), columns = (int?)numbers[height + 1] ?? size?.Width ?? throw Open("width", height + 1);
        return new InputShape(new MapShape((int)colours, rows, columns), isLast, (int?)numbers[0]);

        OnnxFileException Open(string what, int side) => new(
            file.Name, $"its input's {what}{(sides[side].DimParam is { Length: > 0 } open ? $" '{open}'" : "")} is open", "the size of its images, as FILE.onnx@HEIGHTxWIDTH");

        OnnxFileException Refused(FormattableString what, FormattableString allowed) => new(file.Name, FormattableString.Invariant(what), FormattableString.Invariant(allowed));
    }

    /// <summary>Where everything that reads it brings the channels to the front first, or it has few channels there and not where they would else be.</summary>
    private static bool IsChannelsLast(FileGraph file, long?[] sides)
    {
        var readers = file.Live.Where(node => node.Node.Input.Contains(file.InputName)).ToArray();
        if (readers.Length > 0 && readers.All(node => node.Type == "Transpose" && node.Ints("perm") is [0, 3, 1, 2]))
            return true;
        return sides[3] is 1 or 3 && !(sides[1] <= MostColours) && !(sides[2] <= MostColours);
    }
}
