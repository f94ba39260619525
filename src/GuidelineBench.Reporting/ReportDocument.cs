using System.Text;

namespace GuidelineBench.Reporting;

/// <summary>A file of a report.</summary>
/// <param name="RelativePath">Below the report's folder, with forward slashes.</param>
/// <param name="Content">Its text; empty for a picture of pixels.</param>
public sealed record ReportDocument(string RelativePath, string Content)
{
    private Func<byte[]>? picture;

    /// <summary>What the file holds; a picture is drawn each time it is asked for, as all those of a report would take much memory.</summary>
    public byte[] Bytes() => picture?.Invoke() ?? Encoding.UTF8.GetBytes(Content);

    public static ReportDocument OfPicture(string relativePath, Func<byte[]> draw) => new(relativePath, "") { picture = draw };

    /// <summary>Two pictures of one path are the same where their charts are, and these are written as SVG beside them.</summary>
    public bool Equals(ReportDocument? other) => other is not null && RelativePath == other.RelativePath && Content == other.Content;

    public override int GetHashCode() => HashCode.Combine(RelativePath, Content);
}

/// <summary>No report can be made of these files; the message is one line for the user.</summary>
public sealed class ReportException(string message) : Exception(message);
