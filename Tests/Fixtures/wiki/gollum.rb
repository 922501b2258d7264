# Reads a wiki with the library that makes the pages of GitHub’s and GitLab’s wikis, and tells what its pages show and which of
# their links, places and pictures are lost. Arguments: the repository, the flavour.
require "gollum-lib"
require "json"
require "nokogiri"
require "cgi"
wiki = Gollum::Wiki.new(ARGV[0], base_path: "/")
def find(wiki, name)
  folder, base = File.split(name)
  folder == "." ? wiki.page(base) : wiki.paged(base, folder)
end
# What GitHub's and GitLab's own filters make of headings, by html-pipeline's rule, and the places that `<a id>` makes.
def anchors(page, html, flavour)
  used = Hash.new(0)
  slugs = html.css("h1,h2,h3,h4,h5,h6").map do |heading|
    slug = heading.text.strip.downcase.gsub(/[^\p{Word}\- ]/u, "").tr(" ", "-")
    slug = slug.squeeze("-") if flavour == "gitlab"
    # The second of its kind has a number.
    used[slug] += 1
    used[slug] > 1 ? "#{slug}-#{used[slug] - 1}" : slug
  end
  slugs + page.raw_data.force_encoding("UTF-8").scan(/<a id="([^"]*)">/).flatten
end
pages = wiki.pages.to_h { |page| [page.path, [page, Nokogiri::HTML.fragment(page.formatted_data)]] }
report = { pages: {}, lost: [] }
pages.each do |path, (page, html)|
  report[:pages][path] = {
    text: html.text, tables: html.css("table").size, images: html.css("img").size,
    headings: html.css("h1,h2,h3,h4").map { |heading| heading.text.strip }
  }
  html.css("a[href]").each do |link|
    next if link["class"] == "anchor" || link["href"] =~ /\A[a-z]+:/
    address, fragment = link["href"].split("#", 2).map { |part| CGI.unescape(part.gsub("+", "%2B")) }
    target = address.empty? ? page : find(wiki, address.delete_prefix("/"))
    if target.nil?
      report[:lost] << [path, link["href"]] if wiki.file(address.delete_prefix("/")).nil?
    elsif fragment
      report[:lost] << [path, link["href"]] unless anchors(target, pages[target.path][1], ARGV[1]).include?(fragment)
    end
  end
  html.css("img").each do |image|
    report[:lost] << [path, image["src"]] if wiki.file(CGI.unescape(image["src"]).delete_prefix("/")).nil?
  end
end
puts JSON.generate(report)
