using System.Text.Unicode;

namespace GuidelineBench.Onnx.Reading.Files;

/// <summary>Goes over the bytes of a file by their lengths, before anything is made of them: nesting, counts and names are within the limits, and no length is beyond its message.</summary>
internal ref struct WireWalk
{
    private const int FieldsOfMessages = 32, LongestVarint = 10;

    private const string Intact = "an intact ONNX file";

    private readonly ReadOnlySpan<byte> bytes;
    private readonly string file;
    private readonly OnnxLimits limits;
    private int position;
    private int nodes;
    private int parts;

    private WireWalk(ReadOnlySpan<byte> bytes, string file, OnnxLimits limits)
    {
        this.bytes = bytes;
        this.file = file;
        this.limits = limits;
    }

    /// <param name="file">What the file is called in messages.</param>
    /// <exception cref="OnnxFileException">It is damaged, or asks for more than the limits.</exception>
    public static void Check(ReadOnlySpan<byte> bytes, string file, OnnxLimits limits) =>
        new WireWalk(bytes, file, limits).Message(WireKind.Model, bytes.Length, 0);

    private void Message(WireKind message, int end, int depth)
    {
        if (depth > limits.Nesting)
            throw Beyond($"messages stand in messages more than {limits.Nesting} deep", $"up to {limits.Nesting}");
        Span<int> counts = stackalloc int[FieldsOfMessages];
        while (position < end)
        {
            ulong tag = Varint(end);
            int wireType = (int)(tag & 7);
            ulong number = tag >> 3;
            if (number is 0 or > int.MaxValue)
                throw Damaged();
            int field = (int)Math.Min(number, FieldsOfMessages - 1);
            WireKind kind = number < FieldsOfMessages ? WireSchema.Field(message, field) : WireKind.Other;
            counts[field]++;
            switch (wireType)
            {
                case 0:
                    Varint(end);
                    break;
                case 1:
                    Skip(sizeof(double), end);
                    break;
                case 2:
                    ulong length = Varint(end);
                    if (length > (ulong)(end - position))
                        throw Damaged();
                    if (kind == WireKind.Dimensions || (kind == WireKind.Numbers && field == 7))
                        counts[field] += Varints(bytes.Slice(position, (int)length)) - 1;
                    Part(kind, (int)length, depth);
                    break;
                case 5:
                    Skip(sizeof(float), end);
                    break;
                default:
                    throw Damaged();
            }

            Bound(message, kind, field, counts[field]);
        }
    }

    private void Part(WireKind kind, int length, int depth)
    {
        if (++parts > limits.Parts)
            throw Beyond($"it has more than {limits.Parts} messages and names", $"up to {limits.Parts}");
        int end = position + length;
        if (kind == WireKind.Node && ++nodes > limits.Nodes)
            throw Beyond($"it has more than {limits.Nodes} nodes", $"up to {limits.Nodes}");
        if (WireSchema.IsMessage(kind))
        {
            Message(kind, end, depth + 1);
        }
        else if (kind == WireKind.Name)
        {
            if (length > limits.NameBytes)
                throw Beyond($"a name has {length} bytes", $"up to {limits.NameBytes}");
            if (!Utf8.IsValid(bytes.Slice(position, length)))
                throw new OnnxFileException(file, "a name is not UTF-8", Intact);
        }

        position = end;
    }

    private readonly void Bound(WireKind message, WireKind kind, int field, int count)
    {
        int most = (message, kind, field) switch
        {
            (WireKind.Node, WireKind.Name, 1 or 2) => limits.NodeInputs,
            (WireKind.Node, WireKind.Attribute, _) => limits.NodeAttributes,
            (WireKind.Shape, WireKind.Dimension, _) or (_, WireKind.Dimensions, _) => limits.Rank,
            (_, WireKind.Numbers, _) => limits.AttributeNumbers,
            _ => int.MaxValue,
        };
        if (count > most)
            throw Beyond($"a {message.ToString().ToLowerInvariant()} has more than {most} {What(kind, field)}", $"up to {most}");
    }

    private static string What(WireKind kind, int field) => kind switch
    {
        WireKind.Attribute => "attributes",
        WireKind.Name => field == 1 ? "inputs" : "outputs",
        WireKind.Numbers => "numbers",
        _ => "dimensions",
    };

    private static int Varints(ReadOnlySpan<byte> packed)
    {
        int count = 0;
        foreach (byte part in packed)
            count += part < 0x80 ? 1 : 0;
        return Math.Max(count, 1);
    }

    private ulong Varint(int end)
    {
        ulong value = 0;
        for (int i = 0; i < LongestVarint; i++)
        {
            if (position >= end)
                throw Damaged();
            byte part = bytes[position++];
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
                return value;
        }

        throw Damaged();
    }

    private void Skip(int count, int end)
    {
        if (count > end - position)
            throw Damaged();
        position += count;
    }

    private readonly OnnxFileException Damaged() => new(file, FormattableString.Invariant($"it is damaged at byte {position} of {bytes.Length}"), Intact);

    private readonly OnnxFileException Beyond(FormattableString what, FormattableString allowed) =>
        new(file, FormattableString.Invariant(what), FormattableString.Invariant(allowed));
}
