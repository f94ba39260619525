namespace GuidelineBench.Execution.Weights.Files.Python;

/// <summary>A place in Python's text, between its tokens.</summary>
internal sealed class PythonCursor(string text)
{
    public int Position { get; private set; }

    public bool IsAtEnd => Position >= text.Length;

    /// <summary>The character that stands here; a null character at the end, which Python's text never has.</summary>
    public char Next => this[0];

    /// <summary>The character so many places further.</summary>
    public char this[int distance] => Position + distance < text.Length ? text[Position + distance] : '\0';

    public static bool IsOfWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    /// <exception cref="FormatException">The text ends here.</exception>
    public char Take()
    {
        if (IsAtEnd)
            throw Unexpected();
        return text[Position++];
    }

    /// <returns>Letters, digits and underscores; empty where there are none.</returns>
    public string TakeWord()
    {
        int start = Position;
        while (IsOfWord(Next))
            Position++;
        return text[start..Position];
    }

    /// <exception cref="FormatException">Something else stands here.</exception>
    public void Expect(char wanted)
    {
        if (Next != wanted || IsAtEnd)
            throw Unexpected();
        Position++;
    }

    /// <summary>Over spaces, line breaks, comments, and backslashes that continue a line.</summary>
    public void SkipSpace()
    {
        while (true)
        {
            if (Next is ' ' or '\t' or '\n' or '\r' or '\f')
                Position++;
            else if (Next == '\\' && LineBreak(1) is > 0 and var length)
                Position += 1 + length;
            else if (Next == '#')
                Position = text.IndexOfAny(['\n', '\r'], Position) is var end and >= 0 ? end : text.Length;
            else
                return;
        }
    }

    /// <returns>Characters of the line break at so many places further; 0 where there is none.</returns>
    public int LineBreak(int distance) => (this[distance], this[distance + 1]) switch
    {
        ('\r', '\n') => 2,
        ('\r' or '\n', _) => 1,
        _ => 0,
    };

    public FormatException Unexpected() => Unexpected(Position);

    public FormatException Unexpected(int position) => new(position < text.Length
        ? FormattableString.Invariant($"unexpected {TensorFileException.Quote(text[position].ToString())} at character {position}")
        : "it ends too early");
}
